import { dockerLines, inspectImage } from '../engine/docker.ts';
import type { Example } from '../../lib/example/load.ts';

/** The names of everything on the Docker engine that an example could leave behind. */
export interface EngineState {
  readonly containers: ReadonlySet<string>;
  readonly volumes: ReadonlySet<string>;
  readonly networks: ReadonlySet<string>;
  readonly images: ReadonlySet<string>;
}

/**
 * Looks at the engine. Containers count where they run one of the example’s images, or bear one of its names:
 * what others do on the same engine meanwhile is not the example’s. Its images outlive its cleanup and are removed when it is closed.
 */
export async function engineState(example: Example, images: 'with images' | 'without images' = 'with images'): Promise<EngineState> {
  const project = example.compose ?? example.id;
  const own = new Set([...example.images, ...example.docker.images]);
  const containers = await dockerLines(['ps', '--all', '--no-trunc', '--format', '{{.Names}}\t{{.Image}}\t{{.Label "com.docker.compose.project"}}']);
  const volumes = await dockerLines(['volume', 'ls', '--format', '{{.Name}}\t{{.Label "com.docker.compose.project"}}']);
  // A nameless volume that a container uses goes with that container, which is looked at above.
  const dangling = new Set(await dockerLines(['volume', 'ls', '--filter', 'dangling=true', '--format', '{{.Name}}']));
  const networks = await dockerLines(['network', 'ls', '--format', '{{.Name}}\t{{.Label "com.docker.compose.project"}}']);
  const names = (lines: readonly string[], mine: (name: string, ...rest: string[]) => boolean) =>
    new Set(lines.map((line) => line.split('\t')).filter(([name = '', ...rest]) => mine(name, ...rest)).map(([name = '']) => name));
  return {
    containers: names(containers, (name, image = '', of = '') => own.has(image) || of === project || example.docker.containers.includes(name)),
    volumes: names(volumes, (name, of = '') => of === project || example.docker.volumes.includes(name) || (/^[0-9a-f]{64}$/.test(name) && dangling.has(name))),
    networks: names(networks, (name, of = '') => of === project || example.docker.networks.includes(name)),
    images: images === 'with images' ? await ownImages(example, project) : new Set(),
  };
}

/**
 * Asks for the example's own images one by one, and for those that Compose names after the project.
 * A list of all images costs the engine seconds, because it adds up the size of each.
 */
async function ownImages(example: Example, project: string): Promise<Set<string>> {
  const there = await Promise.all(example.docker.images.map(async (name) => ((await inspectImage(name)) === undefined ? [] : [name])));
  const ofProject = example.tier === 'compose' ? await dockerLines(['image', 'ls', '--filter', `reference=${project}-*`, '--format', '{{.Repository}}']) : [];
  return new Set([...there.flat(), ...ofProject]);
}

/** Lists what is there now and was not before, as words for a message: `container web`. */
export function leftovers(before: EngineState, after: EngineState): string[] {
  return (['containers', 'volumes', 'networks', 'images'] as const).flatMap((kind) =>
    [...after[kind]].filter((name) => !before[kind].has(name)).map((name) => `${kind.slice(0, -1)} ${name}`),
  );
}

/** Lists what bears a name that the example is about to use: it is somebody else’s, and stays. */
export function inTheWay(example: Example, state: EngineState): string[] {
  const taken = (names: readonly string[], kind: keyof EngineState) =>
    names.filter((name) => state[kind].has(name)).map((name) => `${kind.slice(0, -1)} ${name}`);
  return [
    ...taken(example.docker.containers, 'containers'),
    ...taken(example.docker.volumes, 'volumes'),
    ...taken(example.docker.networks, 'networks'),
    ...taken(example.docker.images, 'images'),
  ];
}
