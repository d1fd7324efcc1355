import { lstat, mkdir, symlink } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/**
 * The environment of an example’s commands, built from nothing, so that no setting of the machine shows in an output.
 * @param home a fresh folder, so that `~/.docker` and `~/.kube` are the example’s own
 */
export function exampleEnvironment(home: string, extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  return {
    PATH: (process.env['PATH'] ?? '')
      .split(delimiter)
      .filter((folder) => !folder.includes('node_modules'))
      .join(delimiter),
    HOME: home,
    USER: 'reader',
    TERM: 'dumb',
    NO_COLOR: '1',
    COLUMNS: '120',
    TZ: 'UTC',
    LANG: 'C.UTF-8',
    LC_ALL: 'C.UTF-8',
    BUILDKIT_PROGRESS: 'plain',
    BUILDKIT_COLORS: '',
    COMPOSE_ANSI: 'never',
    COMPOSE_PROGRESS: 'plain',
    COMPOSE_MENU: 'false',
    DOCKER_CLI_HINTS: 'false',
    ...extra,
  };
}

/** Gives a fresh home the command-line plug-ins (buildx, compose) that the user installed in their own. */
export async function linkCliPlugins(home: string): Promise<void> {
  const installed = join(process.env['DOCKER_CONFIG'] ?? join(homedir(), '.docker'), 'cli-plugins');
  if ((await lstat(installed).catch(() => undefined)) === undefined) return;
  await mkdir(join(home, '.docker'), { recursive: true });
  await symlink(installed, join(home, '.docker', 'cli-plugins'));
}
