import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { dump, load } from 'js-yaml';
import { Blocked } from '../blocked.ts';
import { docker, dockerLines, worldError } from '../engine/docker.ts';
import { CannotStart, execute, type Ended } from '../engine/exec.ts';
import { clusterLimit } from '../limits.ts';
import { Api } from './api.ts';

/** The kind cluster of the examples. Its name stands in the commands that readers type. */
export const clusterName = 'f2c';

const node = `${clusterName}-control-plane`;

/** Outside the project, because a fresh clone must know the cluster that another one made. */
const folder = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'from-container-to-cluster');
const kubeconfigPath = join(folder, 'kubeconfig');
const ownershipPath = join(folder, 'cluster.json');

export interface Cluster {
  /** Of the cluster’s administrator; never the user’s own. */
  readonly kubeconfig: string;
  readonly api: Api;
  /** True where this call created it. */
  readonly created: boolean;
}

/**
 * Gives the examples’ cluster: the one that is there if it answers and runs the wanted node image, else a new one.
 * Never touches a cluster of that name that the project did not make, nor the user’s kubeconfig.
 */
export async function ensureCluster(nodeImage: string, tell: (what: string) => void): Promise<Cluster> {
  const owned = await ownedNode();
  const there = (
    await dockerLines([
      'ps',
      '--all',
      '--no-trunc',
      '--filter',
      `label=io.x-k8s.kind.cluster=${clusterName}`,
      '--format',
      '{{.ID}}\t{{.Image}}\t{{.State}}',
    ])
  ).map((line) => line.split('\t'));
  if (there.length > 0 && !there.some(([id]) => id === owned))
    throw new Blocked(
      `a kind cluster named ${clusterName} is here that this project did not make`,
      `if nobody needs it: kind delete cluster --name ${clusterName}`,
    );
  if (there.length > 0) {
    const [, image, state] = there.find(([id]) => id === owned) ?? [];
    if (image === nodeImage && state === 'running') {
      const api = await answering();
      if (api !== undefined) return { kubeconfig: kubeconfigPath, api, created: false };
    }
    tell(`the cluster ${clusterName} ${image === nodeImage ? 'does not answer' : `runs ${image}`}: making it anew`);
    await deleteCluster();
  }
  tell(`creating the cluster ${clusterName} (${nodeImage}), about half a minute once the image is here`);
  await mkdir(folder, { recursive: true });
  const { exitCode, output } = await kind(
    [
      'create',
      'cluster',
      '--name',
      clusterName,
      '--image',
      nodeImage,
      '--kubeconfig',
      kubeconfigPath,
      '--wait',
      '120s',
    ],
    clusterLimit,
  );
  if (exitCode !== 0) {
    await kind(['delete', 'cluster', '--name', clusterName, '--kubeconfig', kubeconfigPath], 60_000);
    throw worldError(
      `kind create cluster --image ${nodeImage}`,
      output
        .split('\n')
        .filter((line) => /error/i.test(line))
        .join('\n') || output,
    );
  }
  const [id = ''] = await dockerLines(['ps', '--no-trunc', '--quiet', '--filter', `name=^${node}$`]);
  await writeFile(ownershipPath, JSON.stringify({ node: id }));
  const api = await answering();
  if (api === undefined)
    throw new Blocked(`the new cluster ${clusterName} does not answer`, 'npm run cluster:down, then run this again');
  return { kubeconfig: kubeconfigPath, api, created: true };
}

/** Deletes the examples’ cluster, where there is one and the project made it. Tells whether it did. */
export async function deleteCluster(): Promise<boolean> {
  const owned = await ownedNode();
  if (owned === undefined) return false;
  const { exitCode, output } = await kind(
    ['delete', 'cluster', '--name', clusterName, '--kubeconfig', kubeconfigPath],
    60_000,
  );
  if (exitCode !== 0) throw worldError(`kind delete cluster --name ${clusterName}`, output);
  await rm(ownershipPath, { force: true });
  await rm(kubeconfigPath, { force: true });
  return true;
}

/** Makes a namespace, and a kubeconfig whose current context is in it, so that no `-n` appears in a command. */
export async function makeNamespace(cluster: Cluster, namespace: string, kubeconfig: string): Promise<void> {
  const made = await execute(['kubectl', '--kubeconfig', cluster.kubeconfig, 'create', 'namespace', namespace], {
    env: process.env,
    within: 30_000,
  });
  if (made.exitCode !== 0) throw worldError(`kubectl create namespace ${namespace}`, made.output);
  const config = load(await readFile(cluster.kubeconfig, 'utf8')) as {
    contexts: { context: Record<string, string> }[];
  };
  for (const { context } of config.contexts) context['namespace'] = namespace;
  await writeFile(kubeconfig, dump(config), { mode: 0o600 });
  // Pods are refused until the namespace has its service account; the reader’s default namespace has had one for long.
  for (let tries = 0; tries < 100; tries += 1) {
    const { status } = await cluster.api.ask(`/api/v1/namespaces/${namespace}/serviceaccounts/default`);
    if (status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Blocked(`the namespace ${namespace} gets no service account`, 'npm run verify -- --fresh');
}

const ctr = (...words: string[]) => docker(['exec', node, 'ctr', '--namespace', 'k8s.io', 'images', ...words], 300_000);

/**
 * Brings public images to the node once. The node pulls them itself, as a reader's does; where it cannot, they go as an archive of
 * one platform, since `kind load docker-image` refuses pulled multi-platform images under Docker 29.
 */
export async function loadImages(references: readonly string[], tell: (what: string) => void): Promise<void> {
  const there = new Set((await ctr('ls', '--quiet')).stdout.split('\n'));
  const missing = references.filter((reference) => !there.has(qualified(reference)));
  if (missing.length === 0) return;
  tell(`bringing ${missing.join(', ')} to the node`);
  const unpulled: string[] = [];
  for (const reference of missing) {
    const { exitCode } = await ctr('pull', '--hosts-dir', '/etc/containerd/certs.d', qualified(reference));
    if (exitCode !== 0) unpulled.push(reference);
  }
  if (unpulled.length > 0) await loadArchive(unpulled);
  await nameByDigest(missing);
}

async function loadArchive(references: readonly string[]): Promise<void> {
  const temporary = await mkdtemp(join(tmpdir(), 'f2c-images-'));
  try {
    const archive = join(temporary, 'images.tar');
    const [platform = ''] = await dockerLines(['version', '--format', '{{.Server.Os}}/{{.Server.Arch}}']);
    await dockerLines(['save', '--platform', platform, '--output', archive, ...references], 300_000);
    const { exitCode, output } = await kind(['load', 'image-archive', archive, '--name', clusterName], 300_000);
    if (exitCode !== 0) throw worldError(`kind load image-archive (${references.join(', ')})`, output);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Gives images the second name that they have after a Pod's pull, `nginx@sha256:…` beside `nginx:1.30`: `kubectl describe` shows it. */
async function nameByDigest(references: readonly string[]): Promise<void> {
  const lines = (await ctr('ls')).stdout.split('\n').map((line) => line.split(/\s+/));
  for (const reference of references) {
    const name = qualified(reference);
    const digest = lines.find(([listed]) => listed === name)?.[2];
    if (digest?.startsWith('sha256:') === true)
      await ctr('tag', '--force', name, `${name.replace(/:[^/:]*$/, '')}@${digest}`);
  }
}

/** A reference as containerd writes it: registry, repository and tag in full. */
export function qualified(reference: string): string {
  const [first = '', ...rest] = reference.split('/');
  const hasRegistry = rest.length > 0 && /[.:]|^localhost$/.test(first);
  const path = hasRegistry ? reference : rest.length > 0 ? `docker.io/${reference}` : `docker.io/library/${reference}`;
  return /[:@][^/]*$/.test(path.split('/').at(-1) ?? '') ? path : `${path}:latest`;
}

async function answering(): Promise<Api | undefined> {
  try {
    const api = await Api.open(kubeconfigPath);
    const { status } = await api.ask('/readyz', { within: 10_000 });
    return status === 200 ? api : undefined;
  } catch {
    return undefined;
  }
}

const ownedNode = async (): Promise<string | undefined> =>
  readFile(ownershipPath, 'utf8').then(
    (text) => (JSON.parse(text) as { node: string }).node,
    () => undefined,
  );

async function kind(words: readonly string[], within: number): Promise<Ended> {
  try {
    return await execute(['kind', ...words], { env: process.env, within });
  } catch (error) {
    if (error instanceof CannotStart)
      throw new Blocked('kind is not on the PATH', 'install kind (the version is in examples/versions.yaml)', {
        cause: error,
      });
    throw error;
  }
}
