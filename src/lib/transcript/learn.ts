import type { Call } from './command.ts';
import type { Context } from './context.ts';

const mutating: Record<string, readonly string[]> = {
  docker: [
    'run',
    'create',
    'start',
    'stop',
    'restart',
    'kill',
    'pause',
    'unpause',
    'build',
    'rename',
    'load',
    'tag',
    'pull',
    'volume create',
    'network create',
  ],
  'docker compose': ['up', 'start', 'stop', 'restart', 'run', 'create', 'build', 'kill', 'down'],
  kubectl: [
    'apply',
    'create',
    'run',
    'delete',
    'scale',
    'set',
    'rollout',
    'patch',
    'expose',
    'replace',
    'edit',
    'drain',
    'autoscale',
    'exec',
    'label',
  ],
  helm: ['install', 'upgrade', 'rollback', 'test', 'uninstall'],
};
const looking = /^(?:status|history)$/u;
const restarts = ['start', 'restart', 'stop', 'kill', 'pause', 'unpause'];
const states = ['Up', 'Exited (0)', 'Exited (137)', 'Exited (143)', 'Exited (1)'];
const said =
  /^([a-z]+)(?:\.[a-z0-9.]+)?\/([a-z0-9.-]+) (created|configured|unchanged|serverside-applied|exposed|replaced)(?: |$)/u;

// `docker run` ends with 125 where docker itself failed: then there may be no new container of that name.
const dockerFailed = 125;

/** Notes what a command makes: from the command itself, and from lines such as `pod/hello created`. */
export function learnFrom(lines: readonly string[], context: Context, author: (name: string) => void): void {
  const { command, ages } = context;
  for (const call of command.calls) {
    if (!mutating[call.program]?.includes(call.subcommand)) continue;
    if (call.subcommand === 'rollout' && looking.test(call.words[0] ?? '')) continue;
    ages.changed(call.program.startsWith('docker') ? 'docker' : 'cluster');
    if (call.program === 'docker') learnContainers(call, context);
    if (call.program === 'docker compose' && call.subcommand === 'down') ages.forget(/^container\/.+-\d+(?:\/|$)/u);
  }
  for (const line of lines) {
    const match = said.exec(line);
    if (!match) continue;
    const [, kind = '', name = '', what = ''] = match;
    author(name);
    if (what === 'created' || (what === 'replaced' && /--force\b/u.test(command.text))) ages.born(`${kind}/${name}`);
  }
}

/** A container that is made begins its life, and one that is started or stopped a new state. */
function learnContainers({ subcommand, words }: Call, { ages, exitCode }: Context): void {
  if (restarts.includes(subcommand)) {
    for (const name of words.filter((word) => !word.startsWith('-')))
      for (const state of states) ages.born(`container/${name}/${state}`);
  }
  if ((subcommand !== 'run' && subcommand !== 'create') || exitCode === dockerFailed) return;
  const option = words.findIndex((word) => word === '--name' || word.startsWith('--name='));
  const name = words[option]?.startsWith('--name=') ? words[option].slice('--name='.length) : words[option + 1];
  if (option === -1 || name === undefined) return;
  for (const key of [`container/${name}`, ...states.map((state) => `container/${name}/${state}`)]) ages.born(key);
}
