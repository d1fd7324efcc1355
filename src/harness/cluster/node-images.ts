import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dockerLines, worldError } from '../engine/docker.ts';
import { clusterName, kind } from './kind.ts';
import { nodeImages } from './node.ts';

/**
 * Brings public images to the node once. The node pulls them itself, as a reader's does; where it cannot, they go as an archive of
 * one platform, since `kind load docker-image` refuses pulled multi-platform images under Docker 29.
 */
export async function loadImages(references: readonly string[], tell: (what: string) => void): Promise<void> {
  const there = new Set((await nodeImages('ls', '--quiet')).stdout.split('\n'));
  const missing = references.filter((reference) => !there.has(qualified(reference)));
  if (missing.length === 0) return;
  tell(`bringing ${missing.join(', ')} to the node`);
  const unpulled: string[] = [];
  for (const reference of missing) {
    const { exitCode } = await nodeImages('pull', '--hosts-dir', '/etc/containerd/certs.d', qualified(reference));
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
  const lines = (await nodeImages('ls')).stdout.split('\n').map((line) => line.split(/\s+/));
  for (const reference of references) {
    const name = qualified(reference);
    const digest = lines.find(([listed]) => listed === name)?.[2];
    if (digest?.startsWith('sha256:') === true)
      await nodeImages('tag', '--force', name, `${name.replace(/:[^/:]*$/, '')}@${digest}`);
  }
}

/** A reference as containerd writes it: registry, repository and tag in full. */
export function qualified(reference: string): string {
  const [first = '', ...rest] = reference.split('/');
  const hasRegistry = rest.length > 0 && /[.:]|^localhost$/.test(first);
  const path = hasRegistry ? reference : rest.length > 0 ? `docker.io/${reference}` : `docker.io/library/${reference}`;
  return /[:@][^/]*$/.test(path.split('/').at(-1) ?? '') ? path : `${path}:latest`;
}
