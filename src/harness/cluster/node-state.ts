import { nodeImages, onNode } from './node.ts';

const hostsFolder = '/etc/containerd/certs.d';

/** What an example could leave on the node itself: images that it loaded, registry hosts that it made known. As `image NAME` and `registry host NAME`. */
export async function nodeState(): Promise<Set<string>> {
  const images = await nodeImages('ls', '--quiet');
  const hosts = await onNode(['ls', hostsFolder]);
  const lines = (text: string) => text.split('\n').filter((line) => line !== '');
  return new Set([
    ...lines(images.stdout).map((name) => `image ${name}`),
    ...lines(hosts.stdout).map((name) => `registry host ${name}`),
  ]);
}

/** Removes from the node what came since, so that the next run finds it as this one did. */
export async function removeFromNode(before: ReadonlySet<string>): Promise<void> {
  const since = [...(await nodeState())].filter((what) => !before.has(what));
  const images = since.filter((what) => what.startsWith('image ')).map((what) => what.slice('image '.length));
  const hosts = since
    .filter((what) => what.startsWith('registry host '))
    .map((what) => what.slice('registry host '.length));
  if (images.length > 0) await nodeImages('rm', '--sync', ...images);
  for (const host of hosts) await onNode(['rm', '-r', `${hostsFolder}/${host}`]);
}
