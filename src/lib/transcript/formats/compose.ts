import type { Context, Format } from '../context.ts';
import { settled } from '../marks.ts';
import { readDepths, serviceOf } from './compose-services.ts';

const progress =
  /^ (Network|Volume|Container|Image|Dangling images|Config|Secret)(?: (\S+))? (Creating|Created|Recreate|Recreated|Starting|Started|Waiting|Healthy|Running|Exited|Stopping|Stopped|Removing|Removed|Killing|Killed|Restarting|Building|Built|Pulling|Pulled|Skipped.*) ?$/u;
const oneOff = /^(.+-run-)([0-9a-f]{12})$/u;

interface Thing {
  readonly kind: string;
  readonly name: string;
  readonly states: string[];
}

// What Compose does in turn; within a turn the things follow one another in the order that they depend on one another.
const turns: readonly (readonly string[])[] = [
  ['Pulling', 'Pulled', 'Building'],
  ['Built'],
  ['Running'],
  ['Creating', 'Created', 'Recreate', 'Recreated'],
  ['Killing', 'Killed', 'Restarting'],
  ['Starting', 'Started', 'Waiting', 'Healthy', 'Exited'],
  ['Stopping', 'Stopped', 'Removing', 'Removed'],
];
const makes = ['Image', 'Network', 'Volume', 'Config', 'Secret', 'Container'];
const unmakes = ['Container', 'Image', 'Dangling images', 'Volume', 'Config', 'Secret', 'Network'];

/** Compose's progress, which tells side by side what happens side by side: each thing's states once, in one defined order. */
export const compose: Format = (lines, context) => {
  if (!context.command.runs('docker compose')) return [...lines];
  const depths = readDepths(context.surroundings.texts ?? []);
  const result: string[] = [];
  for (let index = 0; index < lines.length;) {
    const things = new Map<string, Thing>();
    let end = index;
    for (; end < lines.length; end++) {
      const match = progress.exec(lines[end]!);
      if (!match) break;
      const [, kind = '', name = '', state = ''] = match;
      const thing = things.get(`${kind} ${name}`) ?? { kind, name, states: [] };
      things.set(`${kind} ${name}`, thing);
      if (!thing.states.includes(state)) thing.states.push(state);
    }
    if (end === index) result.push(lines[index++]!);
    else {
      result.push(...tell([...things.values()], depths, context));
      index = end;
    }
  }
  return result;
};

function tell(things: readonly Thing[], depths: ReadonlyMap<string, number>, context: Context): string[] {
  const told: string[] = [];
  const families = [...new Set(things.map(({ name }) => family(name)))];
  const depth = ({ name }: Thing) => depths.get(serviceOf(name, depths)) ?? -1;
  for (const [index, turn] of turns.entries()) {
    const down = index === turns.length - 1;
    const kinds = down ? unmakes : makes;
    const sorted = [...things].sort(
      (a, b) =>
        kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
        (down ? depth(b) - depth(a) : depth(a) - depth(b)) ||
        (depths.size === 0 ? families.indexOf(family(a.name)) - families.indexOf(family(b.name)) : 0) ||
        a.name.localeCompare(b.name, 'en', { numeric: true }),
    );
    for (const { kind, name, states } of sorted) {
      for (const state of states.filter((one) => turn.includes(one.split(' ')[0]!))) {
        told.push(` ${[kind, ...(name === '' ? [] : [shownName(name, context)]), state].join(' ')} `);
      }
    }
  }
  return told;
}

const shownName = (name: string, context: Context): string =>
  name.replace(oneOff, (_, start: string, id: string) => start + settled(context.standIns.id(id)));

/** The replicas of one service. */
const family = (name: string): string => name.replace(/-\d+$/u, '');
