import type { Call, Command } from './command.ts';

/** The addresses of containers, handed out as Docker does on a machine that has nothing else to do: the lowest that is free. */
export interface BridgeAddresses {
  standIn(real: string): string;
  /** Notes that a command begins: containers that it ends give their addresses back. */
  begin(command: Command): void;
}

const ends = ['rm', 'stop', 'kill', 'restart', 'start'];

/** Opens the register of a session. */
export function createBridgeAddresses(): BridgeAddresses {
  const networks = new Map<string, string>();
  const standIns = new Map<string, string>();
  const holders = new Map<string, string>();
  const containers = new Set<string>();
  let previous: Command | undefined;
  let issued: string[] = [];

  const release = (real: string) => {
    standIns.delete(real);
    holders.delete(real);
  };
  /** What the last command showed first belongs to the container that it asked, or that was gone when it ended. */
  const settle = () => {
    const call = previous?.call('docker');
    if (call && isForeground(call)) issued.forEach(release);
    const asked = call?.words.find((word) => containers.has(word));
    if (asked !== undefined) for (const real of issued) if (standIns.has(real)) holders.set(real, asked);
    issued = [];
  };

  return {
    begin(command) {
      settle();
      previous = command;
      for (const { program, subcommand, words } of command.calls) {
        const name = nameOf(words);
        if (name !== undefined) containers.add(name);
        if (program === 'docker' && ends.includes(subcommand)) {
          for (const [real, holder] of [...holders]) if (words.includes(holder)) release(real);
        }
        if (program === 'docker compose' && ['down', 'rm', 'restart'].includes(subcommand)) {
          for (const real of [...standIns.keys()]) if (!real.startsWith('172.17.')) release(real);
        }
      }
    },
    standIn(real) {
      const [first, second = '', third = '', host = ''] = real.split('.');
      let network = second === '17' ? '17' : networks.get(second);
      if (network === undefined) networks.set(second, (network = String(18 + networks.size)));
      if ((third === '0' && (host === '0' || host === '1')) || (third === '255' && host === '255')) {
        return `${first}.${network}.${third}.${host}`;
      }
      let standIn = standIns.get(real);
      if (standIn === undefined) {
        const taken = new Set(standIns.values());
        let free = 2;
        while (taken.has(`${first}.${network}.0.${free}`)) free++;
        standIns.set(real, (standIn = `${first}.${network}.0.${free}`));
        issued.push(real);
      }
      return standIn;
    },
  };
}

/** Whether the container that a `docker run` starts has ended, or is left, when the command ends. */
const isForeground = ({ subcommand, words }: Call): boolean =>
  subcommand === 'run' &&
  !words.some((word) => word === '--detach' || /^-[a-z]*d[a-z]*$/u.test(word)) &&
  nameOf(words) === undefined;

function nameOf(words: readonly string[]): string | undefined {
  const option = words.findIndex((word) => word === '--name' || word.startsWith('--name='));
  if (option === -1) return undefined;
  return words[option]!.startsWith('--name=') ? words[option]!.slice('--name='.length) : words[option + 1];
}
