import type { Example } from '../../lib/example/load.ts';
import { docker, dockerLines, inspectContainer, inspectImage } from '../engine/docker.ts';
import type { Made } from '../engine/proxy.ts';

/**
 * Lists what of the things that an example made is still there, as words for a message: `container web`. A volume that a mount named came
 * without a word of the engine: it is known by the example's own list.
 */
export async function leftovers(made: readonly Made[], example: Example): Promise<string[]> {
  const lists = {
    container: ['ps', '--all', '--no-trunc', '--format', '{{.ID}}\t{{.Names}}'],
    volume: ['volume', 'ls', '--format', '{{.Name}}'],
    network: ['network', 'ls', '--no-trunc', '--format', '{{.ID}}\t{{.Name}}'],
  };
  const left: string[] = [];
  for (const [kind, list] of Object.entries(lists)) {
    const own = new Set(made.filter((one) => one.kind === kind).map((one) => one.id));
    if (kind === 'volume') for (const name of example.docker.volumes) own.add(name);
    if (own.size === 0) continue;
    for (const line of await dockerLines(list)) {
      const [id = '', name = id] = line.split('\t');
      if (own.has(id)) left.push(`${kind} ${name}`);
    }
  }
  return left;
}

/** Lists what bears a name that the example is about to use: it is somebody else’s, and stays. */
export async function inTheWay(example: Example): Promise<string[]> {
  const { containers, images, networks, volumes } = example.docker;
  const taken = async (kind: string, names: readonly string[], there: (name: string) => Promise<boolean>) =>
    (await Promise.all(names.map(async (name) => ((await there(name)) ? [`${kind} ${name}`] : [])))).flat();
  return [
    ...(await taken('container', containers, async (name) => (await inspectContainer(name)) !== undefined)),
    ...(await taken('image', images, async (name) => (await inspectImage(name)) !== undefined)),
    ...(await taken('volume', volumes, async (name) => (await docker(['volume', 'inspect', name])).exitCode === 0)),
    ...(await taken('network', networks, async (name) => (await docker(['network', 'inspect', name])).exitCode === 0)),
  ];
}
