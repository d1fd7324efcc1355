import type { Context } from './context.ts';
import { compare } from './order.ts';
import { readName } from './object-names.ts';

const word = /[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?/gu;
const address = /\b10\.244\.\d+\.\d+\b/u;
const typed =
  /\b(?:\d+[dhms]){1,2}\b|\b\d+\.\d+\.\d+\.\d+\b|\b[0-9a-f]{8}-[-0-9a-f]{27}\b|\b[0-9a-f]{64}\b|\b\d{4}-\d\d-\d\d[T ][\d:.]+/gu;

/** Which of several Pods is which, where nothing that was shown so far tells them apart. */
export interface Identities {
  /**
   * Looks at raw output before it is shown. Where it treats Pods differently that were alike until now (one of three is gone, or is
   * the one that was deleted), chance decided which: they trade names, so that in every run the same ones stay.
   */
  settle(lines: readonly string[], context: Context): void;
}

/** Opens the register of a session. */
export function createIdentities(): Identities {
  // Each class holds the real names of Pods that nothing has told apart, in the order of their stand-ins.
  let classes: string[][] = [];
  const addresses = new Map<string, string>();

  return {
    settle(lines, context) {
      const traits = readTraits(lines, context, addresses);
      if (traits.size === 0) return;
      classes = classes.flatMap((alike) => split(alike, traits, addresses, context));
      const known = new Set(classes.flat());
      const fresh = [...traits.keys()].filter((name) => !known.has(name) && context.standIns.known(name) === undefined);
      const byTraits = Map.groupBy(
        fresh,
        (name) => `${traits.get(name)!.owner}\n${traits.get(name)!.lines.join('\n')}`,
      );
      classes.push(...byTraits.values());
    },
  };
}

interface Traits {
  readonly owner: string;
  /** The lines that name the Pod, with all that is random masked. */
  readonly lines: string[];
}

/** What an output says of each Pod of a ReplicaSet. */
function readTraits(lines: readonly string[], context: Context, addresses: Map<string, string>): Map<string, Traits> {
  const traits = new Map<string, Traits>();
  for (const line of lines) {
    const names = [...new Set(line.match(word) ?? [])].filter((name) => readName(name, 'other', context).generated);
    if (names.length === 0) continue;
    const found = address.exec(line)?.[0];
    if (names.length === 1 && found !== undefined) addresses.set(names[0]!, found);
    const masked = line
      .replace(typed, '*')
      .replace(word, (name) => readName(name, 'other', context).generated?.owner ?? name);
    for (const name of names) {
      const of = traits.get(name) ?? { owner: name.slice(0, name.lastIndexOf('-')), lines: [] };
      traits.set(name, of);
      of.lines.push(masked.replace(/ {2,}/gu, ' '));
    }
  }
  return traits;
}

/** Parts Pods that were alike by what is said of them now; those of which something is said come first. */
function split(
  alike: string[],
  traits: ReadonlyMap<string, Traits>,
  addresses: ReadonlyMap<string, string>,
  { standIns }: Context,
): string[][] {
  const said = (name: string) => traits.get(name)?.lines.join('\n') ?? '';
  const parts = [...Map.groupBy(alike, said)]
    .sort(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : compare(a, b)))
    .map(([, names]) => names);
  const holders = alike.map((name) => ({ name, standIn: standIns.known(name) ?? '', address: addresses.get(name) }));
  if (parts.length < 2 || holders.some(({ standIn }) => standIn === '')) return [alike];
  holders.sort((a, b) => compare(a.standIn, b.standIn));
  const shown = holders.map(({ address }) => (address === undefined ? undefined : standIns.podAddress(address)));
  // Each takes the place of the next holder: its name, and its address where all of them have shown theirs.
  for (const [index, name] of parts.flat().entries()) {
    standIns.learn(name, holders[index]!.standIn);
    if (!shown.includes(undefined)) standIns.renamePodAddress(addresses.get(name)!, shown[index]!);
  }
  return parts;
}
