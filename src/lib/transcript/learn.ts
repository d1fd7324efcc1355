import type { Context } from './context.ts';

const mutating: Record<string, readonly string[]> = {
  docker: ['run', 'create', 'start', 'stop', 'restart', 'kill', 'pause', 'unpause', 'build', 'rename', 'load', 'tag', 'pull', 'volume create', 'network create'],
  'docker compose': ['up', 'start', 'stop', 'restart', 'run', 'create', 'build', 'kill'],
  kubectl: ['apply', 'create', 'run', 'delete', 'scale', 'set', 'rollout', 'patch', 'expose', 'replace', 'edit', 'drain', 'autoscale'],
  helm: ['install', 'upgrade', 'rollback', 'test', 'uninstall'],
};
const looking = /^(?:status|history)$/u;
const said = /^([a-z]+)(?:\.[a-z0-9.]+)?\/([a-z0-9.-]+) (?:created|configured|unchanged|serverside-applied|exposed)(?: |$)/u;

/** Notes what a command makes: from the command itself, and from lines such as `pod/hello created`. */
export function learnFrom(lines: readonly string[], context: Context, author: (name: string) => void): void {
  const { command, ages } = context;
  for (const { program, subcommand, words } of command.calls) {
    if (!mutating[program]?.includes(subcommand)) continue;
    if (subcommand === 'rollout' && looking.test(words[0] ?? '')) continue;
    ages.changed(program.startsWith('docker') ? 'docker' : 'cluster');
    if (program !== 'docker' || !['start', 'restart', 'stop', 'kill', 'pause', 'unpause'].includes(subcommand)) continue;
    for (const name of words) if (!name.startsWith('-')) for (const state of ['Up', 'Exited (0)', 'Exited (137)', 'Exited (143)']) ages.born(`container/${name}/${state}`);
  }
  for (const line of lines) {
    const match = said.exec(line);
    if (!match) continue;
    const [, kind = '', name = ''] = match;
    author(name);
    if (line.includes(' created')) ages.born(`${kind}/${name}`);
  }
}
