import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { dump, load } from 'js-yaml';
import { Blocked } from '../blocked.ts';
import { dockerLines, worldError } from '../engine/docker.ts';
import { execute } from '../engine/exec.ts';
import { clusterLimit } from '../limits.ts';
import { Api } from './api.ts';
import { clusterName, kind } from './kind.ts';

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
  const there = await nodesThere();
  const own = await ownNode(there);
  if (there.length > 0 && own === undefined)
    throw new Blocked(
      `a kind cluster named ${clusterName} is here that this project did not make`,
      `if nobody needs it: kind delete cluster --name ${clusterName}`,
    );
  if (own !== undefined) {
    if (own.image === nodeImage && own.state === 'running') {
      const api = await answering();
      if (api !== undefined) {
        await keepOwnership({ node: own.id });
        return { kubeconfig: kubeconfigPath, api, created: false };
      }
    }
    tell(
      `the cluster ${clusterName} ${own.image === nodeImage ? 'does not answer' : `runs ${own.image}`}: making it anew`,
    );
    await deleteCluster();
  }
  tell(`creating the cluster ${clusterName} (${nodeImage}), about half a minute once the image is here`);
  // Before there is a node: a run that is killed while kind works leaves one, which the next run must know for its own.
  await keepOwnership({ creating: new Date().toISOString() });
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
  const [made] = await nodesThere();
  await keepOwnership({ node: made?.id ?? '' });
  const api = await answering();
  if (api === undefined)
    throw new Blocked(`the new cluster ${clusterName} does not answer`, 'npm run cluster:down, then run this again');
  return { kubeconfig: kubeconfigPath, api, created: true };
}

/** Deletes the examples’ cluster, where there is one and the project made it. Tells whether it did. */
export async function deleteCluster(): Promise<boolean> {
  if ((await ownNode(await nodesThere())) === undefined) return false;
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

async function answering(): Promise<Api | undefined> {
  try {
    const api = await Api.open(kubeconfigPath);
    const { status } = await api.ask('/readyz', { within: 10_000 });
    return status === 200 ? api : undefined;
  } catch {
    return undefined;
  }
}

interface Node {
  readonly id: string;
  readonly image: string;
  readonly state: string;
  /** As an ISO date. */
  readonly created: string;
}

/** The containers of a kind cluster of this name, whoever made it. */
async function nodesThere(): Promise<Node[]> {
  const ids = await dockerLines([
    'ps',
    '--all',
    '--no-trunc',
    '--quiet',
    '--filter',
    `label=io.x-k8s.kind.cluster=${clusterName}`,
  ]);
  if (ids.length === 0) return [];
  const facts = '{{.Id}}\t{{.Config.Image}}\t{{.State.Status}}\t{{.Created}}';
  return (await dockerLines(['container', 'inspect', '--format', facts, ...ids])).map((line) => {
    const [id = '', image = '', state = '', created = ''] = line.split('\t');
    return { id, image, state, created };
  });
}

/** What is remembered of the cluster: its node, or that one was about to be made. */
type Ownership = { readonly node: string } | { readonly creating: string };

async function keepOwnership(ownership: Ownership): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(ownershipPath, JSON.stringify(ownership));
}

/** The node that this project made, if it is among these. */
async function ownNode(nodes: readonly Node[]): Promise<Node | undefined> {
  const text = await readFile(ownershipPath, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const known = JSON.parse(text) as Ownership;
  if ('node' in known) return nodes.find(({ id }) => id === known.node);
  const begun = Date.parse(known.creating);
  return nodes.find(({ created }) => Date.parse(created) >= begun && Date.parse(created) < begun + clusterLimit);
}
