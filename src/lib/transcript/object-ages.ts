import { before } from './ages.ts';
import type { Context } from './context.ts';
import { formatKubernetesAge, kubernetesAge } from './durations.ts';
import { kindOfRow } from './kinds.ts';
import { settled, varying } from './marks.ts';
import { readName } from './object-names.ts';

type Cells = (column: string) => string | undefined;

/** The kubelet tries to pull an image twice before it says that it waits. */
const pullBackOff = 18;

/** How long so many restarts take: the kubelet restarts at once, then waits 10 s, 20 s, 40 s … up to five minutes. */
export function backOff(restarts: number): number {
  if (restarts === 0) return 0;
  const waits = Array.from({ length: restarts }, (_, index) =>
    index === 0 ? 3 : Math.min(300, 10 * 2 ** (index - 1)) + 2,
  );
  return waits.reduce((a, b) => a + b, 3);
}

/** Whether the namespace is one that every cluster of kind's has, besides `default`. */
export const isOfCluster = (namespace: string): boolean => /^(?:kube-.+|local-path-storage)$/u.test(namespace);

/** Things of the cluster itself, which were there before anything was typed. */
function isOlder(get: Cells, kind: string, context: Context): boolean {
  const asked = /(?:-n|--namespace)[ =](\S+)/u.exec(context.command.text)?.[1];
  if (kind === 'node' || isOfCluster(get('NAMESPACE') ?? asked ?? '')) return true;
  return /^(?:(?:service\/)?kubernetes|default|kube-.*|local-path-storage|standard(?: \(default\))?)$/u.test(
    get('NAME') ?? '',
  );
}

/** The age in seconds of what a row is about, on the session's clock. */
export function ageOfRow(get: Cells, context: Context): number {
  const kind = kindOfRow(get);
  const { name, generated } = readName(get('NAME') ?? '', kind, context);
  const key = `${kind}/${generated ? generated.standIn() : name}`;
  if (isOlder(get, kind, context)) return context.ages.of(key, 'cluster', before);
  // The first ones of an owner came with it; those that come later came with the last change.
  const first = generated !== undefined && !context.ages.metBefore(`${kind}s of ${generated.owner}`);
  const age = context.ages.of(key, 'cluster', first ? ownerBirth(generated.owner, context) : undefined);
  const restarts = Number(/^(\d+) \(/u.exec(get('RESTARTS') ?? '')?.[1] ?? 0);
  const least = Math.max(backOff(restarts), get('STATUS') === 'ImagePullBackOff' ? pullBackOff : 0);
  if (age < least) context.ages.atLeast(key, least);
  return Math.max(age, least);
}

function ownerBirth(owner: string, context: Context): number | undefined {
  const kinds = ['deployment', 'statefulset', 'daemonset', 'job', 'service', 'cronjob'];
  return kinds.map((kind) => context.ages.birth(`${kind}/${owner}`)).find((birth) => birth !== undefined);
}

/** Replaces how long ago the last of some restarts was: `2 (13s ago)`. */
export function writeRestarts(cell: string, age: () => number): string {
  const match = /^(\d+) \((\S+) ago\)$/u.exec(cell);
  if (!match || !kubernetesAge.test(match[2]!)) return cell;
  return `${match[1]!} ${settled(`(${formatKubernetesAge(Math.max(1, Math.floor(age() / 4)))} ago)`)}`;
}

/** Replaces `5s`, and `5s (x3 over 20s)` of an event that came again. */
export function writeEventAge(cell: string, object: string, what: string, context: Context): string {
  const match = /^(\S+)(?: \(x(\d+) over (\S+)\))?$/u.exec(cell);
  if (!match) return cell;
  const [, last = '', count, over = last] = match;
  if (!kubernetesAge.test(last) || !kubernetesAge.test(over)) return cell;
  // The first events of an object came with it; those that come later came with the last change.
  const birth = context.ages.metBefore(`events of ${object}`) ? undefined : context.ages.birth(object);
  const age = context.ages.of(`event/${object}/${what}`, 'cluster', birth);
  if (count === undefined) return settled(formatKubernetesAge(age));
  const ago = formatKubernetesAge(Math.floor(age / 4) + 1);
  return settled(`${ago} (x`) + varying('count', count) + settled(` over ${formatKubernetesAge(age)})`);
}
