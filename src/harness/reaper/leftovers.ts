import { dockerLines } from '../engine/docker.ts';
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
 * what others do on the same engine meanwhile is not the example’s.
 */
export async function engineState(example: Example): Promise<EngineState> {
  const project = example.compose ?? example.id;
  const own = new Set([...example.images, ...example.docker.images]);
  const containers = await dockerLines(['ps', '--all', '--no-trunc', '--format', '{{.Names}}\t{{.Image}}\t{{.Label "com.docker.compose.project"}}']);
  const volumes = await dockerLines(['volume', 'ls', '--format', '{{.Name}}\t{{.Label "com.docker.compose.project"}}']);
  // A nameless volume that a container uses goes with that container, which is looked at above.
  const dangling = new Set(await dockerLines(['volume', 'ls', '--filter', 'dangling=true', '--format', '{{.Name}}']));
  const networks = await dockerLines(['network', 'ls', '--format', '{{.Name}}\t{{.Label "com.docker.compose.project"}}']);
  const images = await dockerLines(['image', 'ls', '--format', '{{.Repository}}:{{.Tag}}']);
  const names = (lines: readonly string[], mine: (name: string, ...rest: string[]) => boolean) =>
    new Set(lines.map((line) => line.split('\t')).filter(([name = '', ...rest]) => mine(name, ...rest)).map(([name = '']) => name));
  return {
    containers: names(containers, (name, image = '', of = '') => own.has(image) || of === project || example.docker.containers.includes(name)),
    volumes: names(volumes, (name, of = '') => of === project || example.docker.volumes.includes(name) || (/^[0-9a-f]{64}$/.test(name) && dangling.has(name))),
    networks: names(networks, (name, of = '') => of === project || example.docker.networks.includes(name)),
    images: names(images, (name) => example.docker.images.some((image) => sameImage(image, name)) || name.startsWith(`${project}-`)),
  };
}

const sameImage = (declared: string, listed: string): boolean => declared === listed || `${declared}:latest` === listed;

/** Lists what is there now and was not before, as words for a message: `container web`. */
export function leftovers(before: EngineState, after: EngineState): string[] {
  return (['containers', 'volumes', 'networks', 'images'] as const).flatMap((kind) =>
    [...after[kind]].filter((name) => !before[kind].has(name)).map((name) => `${kind.slice(0, -1)} ${name}`),
  );
}

/** Lists what bears a name that the example is about to use: it is somebody else’s, and stays. */
export function inTheWay(example: Example, state: EngineState): string[] {
  const taken = (names: readonly string[], kind: keyof EngineState) =>
    names.filter((name) => state[kind].has(name) || state[kind].has(`${name}:latest`)).map((name) => `${kind.slice(0, -1)} ${name}`);
  return [
    ...taken(example.docker.containers, 'containers'),
    ...taken(example.docker.volumes, 'volumes'),
    ...taken(example.docker.networks, 'networks'),
    ...taken(example.docker.images, 'images'),
  ];
}
