import { Blocked } from '../blocked.ts';
import { execute, CannotStart, type Ended } from './exec.ts';

/** Runs `docker` for the harness itself, with the user’s own environment, streams apart. */
export async function docker(words: readonly string[], within = 120_000): Promise<Ended> {
  try {
    return await execute(['docker', ...words], {
      env: { ...process.env, DOCKER_CLI_HINTS: 'false' },
      apart: true,
      within,
    });
  } catch (error) {
    if (error instanceof CannotStart)
      throw new Blocked('docker is not on the PATH', 'install Docker Engine, then run this again', { cause: error });
    throw error;
  }
}

/** Like {@link docker}, for a command that only a broken world makes fail: gives its lines. */
export async function dockerLines(words: readonly string[], within?: number): Promise<string[]> {
  const { exitCode, stdout, stderr } = await docker(words, within);
  if (exitCode !== 0) throw worldError(`docker ${words.join(' ')}`, stderr);
  return stdout.split('\n').filter((line) => line !== '');
}

/** Makes sure that a Docker engine answers; gives its address, which the examples’ commands use too. */
export async function requireDocker(): Promise<string> {
  const { exitCode, stderr } = await docker(['version', '--format', '{{.Server.Version}}'], 15_000);
  const host =
    process.env['DOCKER_HOST'] ??
    (await dockerLines(['context', 'inspect', '--format', '{{.Endpoints.docker.Host}}']))[0] ??
    '';
  if (exitCode !== 0)
    throw new Blocked(
      `Docker does not answer on ${host}: ${firstLine(stderr)}`,
      'start the Docker engine, then run this again',
    );
  return host;
}

/** Turns the words of a failed command into a `Blocked` with the one fix that its cause has. */
export function worldError(command: string, words: string): Blocked {
  const line = firstLine(words) || 'it said nothing';
  if (/no space left on device/i.test(words))
    return new Blocked(`no space left for ${command}: ${line}`, 'free some: docker system df shows what takes it');
  if (/Cannot connect to the Docker daemon|failed to connect to the docker API/i.test(words))
    return new Blocked(`Docker does not answer: ${line}`, 'start the Docker engine, then run this again');
  return new Blocked(`${command} did not work: ${line}`, `run it by hand: ${command}`);
}

const firstLine = (text: string): string => text.trim().split('\n')[0] ?? '';

/** A part of `docker image inspect`. */
export interface ImageFacts {
  readonly Id: string;
  readonly Size: number;
  readonly Config: {
    readonly User?: string;
    readonly Entrypoint?: readonly string[] | null;
    readonly Cmd?: readonly string[] | null;
    readonly WorkingDir?: string;
    readonly Env?: readonly string[] | null;
    readonly ExposedPorts?: Readonly<Record<string, unknown>> | null;
    readonly Labels?: Readonly<Record<string, string>> | null;
  };
  readonly RootFS: { readonly Layers?: readonly string[] };
}

/** Inspects an image; undefined where there is none of that name. */
export async function inspectImage(reference: string): Promise<ImageFacts | undefined> {
  const { exitCode, stdout } = await docker(['image', 'inspect', reference]);
  return exitCode === 0 ? (JSON.parse(stdout) as ImageFacts[])[0] : undefined;
}

/** A part of `docker container inspect`. */
export interface ContainerFacts {
  readonly Id: string;
  readonly State: {
    readonly Status: string;
    readonly ExitCode: number;
    readonly OOMKilled: boolean;
    readonly StartedAt: string;
    readonly FinishedAt: string;
    readonly Health?: { readonly Status: string };
  };
}

/** Inspects a container; undefined where there is none of that name. */
export async function inspectContainer(name: string): Promise<ContainerFacts | undefined> {
  const { exitCode, stdout } = await docker(['container', 'inspect', name]);
  return exitCode === 0 ? (JSON.parse(stdout) as ContainerFacts[])[0] : undefined;
}
