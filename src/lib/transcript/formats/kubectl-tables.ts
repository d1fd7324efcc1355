import { before } from '../ages.ts';
import type { Context, Format } from '../context.ts';
import { formatKubernetesAge, kubernetesAge, secondsOf } from '../durations.ts';
import { plain, settled, varying } from '../marks.ts';
import { addresses, isNodePort } from '../addresses.ts';
import { readGeneratedName, settleNames, type NamePlace } from '../workloads.ts';
import { orderEvents, type EventRow } from './event-order.ts';
import { sortRows, writeTables, type Row } from './write-tables.ts';

const headerCell = /^[A-Z][A-Za-z0-9]*(?:[-_ .()/%#:A-Za-z0-9])*$/u;
const kinds: Record<string, string> = {
  po: 'pod', pods: 'pod', pod: 'pod', rs: 'replicaset', replicasets: 'replicaset', replicaset: 'replicaset', deploy: 'deployment',
  deployments: 'deployment', deployment: 'deployment', svc: 'service', services: 'service', service: 'service', endpointslices: 'endpointslice',
  endpointslice: 'endpointslice', job: 'job', jobs: 'job', cronjob: 'cronjob', no: 'node', node: 'node', nodes: 'node',
};

/** The kind of thing that a row is about: from `pod/web`, or from the columns that only this kind has. */
function kindOf(row: Row): string {
  const named = row.get('NAME') ?? row.get('OBJECT') ?? '';
  if (named.includes('/')) return kindNamed(named) ?? 'other';
  if (row.get('RESTARTS') !== undefined) return 'pod';
  if (row.get('UP-TO-DATE') !== undefined) return 'deployment';
  if (row.get('DESIRED') !== undefined) return 'replicaset';
  if (row.get('CLUSTER-IP') !== undefined) return 'service';
  if (row.get('ADDRESSTYPE') !== undefined) return 'endpointslice';
  if (row.get('COMPLETIONS') !== undefined) return 'job';
  if (row.get('ROLES') !== undefined) return 'node';
  return 'other';
}

const places: Record<string, NamePlace> = { pod: 'pod', replicaset: 'replicaset', endpointslice: 'endpointslice', job: 'job' };

function bareName(cell: string): { prefix: string; name: string } {
  const slash = cell.lastIndexOf('/');
  return { prefix: cell.slice(0, slash + 1), name: cell.slice(slash + 1) };
}

function readName(cell: string, kind: string, context: Context) {
  const { prefix, name } = bareName(cell);
  const generated = context.authored(name) ? undefined : readGeneratedName(name, places[kind] ?? 'other', context.standIns);
  return { prefix, name, generated };
}

function writeName(cell: string, kind: string, context: Context): string {
  const { prefix, generated } = readName(cell, kind, context);
  return generated ? prefix + settled(generated.standIn()) : cell;
}

/** Things of the cluster itself, which were there before anything was typed. */
function isOlder(row: Row, kind: string): boolean {
  if (kind === 'node' || (row.get('NAMESPACE') ?? '').startsWith('kube-') || row.get('NAMESPACE') === 'local-path-storage') return true;
  return /^(?:service\/)?kubernetes$|^(?:default|kube-.*|local-path-storage|standard(?: \(default\))?)$/u.test(row.get('NAME') ?? '');
}

/** The age in seconds of what a row is about, on the session's clock. */
function ageOf(row: Row, context: Context): number {
  const kind = kindOf(row);
  const { name, generated } = readName(row.get('NAME') ?? '', kind, context);
  const key = `${kind}/${generated ? generated.standIn() : name}`;
  if (isOlder(row, kind)) return context.ages.of(key, 'cluster', before);
  // The first ones of an owner came with it; those that come later came with the last change.
  const first = generated !== undefined && !context.ages.metBefore(`${kind}s of ${generated.owner}`);
  const restarts = Number(/^(\d+) \(/u.exec(row.get('RESTARTS') ?? '')?.[1] ?? 0);
  const age = context.ages.of(key, 'cluster', first ? ownerBirth(generated.owner, context) : undefined);
  const least = Math.max(backOff(restarts), row.get('STATUS') === 'ImagePullBackOff' ? pullBackOff : 0);
  if (age < least) context.ages.atLeast(key, least);
  return Math.max(age, least);
}

/** The kubelet tries to pull an image twice before it says that it waits. */
const pullBackOff = 18;

/** How long so many restarts take: the kubelet restarts at once, then waits 10 s, 20 s, 40 s … up to five minutes. */
export function backOff(restarts: number): number {
  if (restarts === 0) return 0;
  const waits = Array.from({ length: restarts }, (_, index) => (index === 0 ? 3 : Math.min(300, 10 * 2 ** (index - 1)) + 2));
  return waits.reduce((a, b) => a + b, 3);
}

function ownerBirth(owner: string, context: Context): number | undefined {
  for (const kind of ['deployment', 'statefulset', 'daemonset', 'job', 'service', 'cronjob']) {
    const birth = context.ages.birth(`${kind}/${owner}`);
    if (birth !== undefined) return birth;
  }
  return undefined;
}

/** Replaces `5s`, and `5s (x3 over 20s)` of an event that came again. */
export function writeEventAge(cell: string, object: string, what: string, context: Context): string {
  const match = /^(\S+)(?: \(x(\d+) over (\S+)\))?$/u.exec(cell);
  if (!match || !kubernetesAge.test(match[1]!) || (match[3] !== undefined && !kubernetesAge.test(match[3]))) return cell;
  // The first events of an object came with it; those that come later came with the last change.
  const birth = context.ages.metBefore(`events of ${object}`) ? undefined : context.ages.birth(object);
  const age = context.ages.of(`event/${object}/${what}`, 'cluster', birth);
  if (match[2] === undefined) return settled(formatKubernetesAge(age));
  return settled(`${formatKubernetesAge(Math.floor(age / 4) + 1)} (x`) + varying('count', match[2]) + settled(` over ${formatKubernetesAge(age)})`);
}

function writeRestarts(cell: string, row: Row, context: Context): string {
  const match = /^(\d+) \((\S+) ago\)$/u.exec(cell);
  if (!match || !kubernetesAge.test(match[2]!)) return cell;
  return `${match[1]!} ${settled(`(${formatKubernetesAge(Math.max(1, Math.floor(ageOf(row, context) / 4)))} ago)`)}`;
}

/** `10.244.0.11:80,10.244.0.10:80`: the order in which an EndpointSlice lists its Pods is nobody's promise. */
const writeEndpoints = (cell: string, context: Context): string => {
  const [list = '', more = ''] = cell.split(/(?= \+ \d+ more)/u);
  if (!/^[\d.:]+(?:,[\d.:]+)*$/u.test(list)) return addresses(cell, context);
  const shown = list.split(',').map((address) => plain(addresses(address, context)));
  return settled(shown.sort(byAddress).join(',')) + more;
};

/** Orders addresses by their numbers. */
export const byAddress = (a: string, b: string): number => {
  const [x, y] = [a, b].map((address) => address.split(/[.:]/u).map(Number)) as [number[], number[]];
  for (const [index, part] of x.entries()) if (part !== y[index]) return part - (y[index] ?? 0);
  return 0;
};

function writePorts(cell: string, context: Context): string {
  return cell.replace(/(?<=^|,)(\d+):(\d+)(?=\/)/gu, (whole, port: string, node: string) =>
    isNodePort(node, context) ? `${port}:${settled(context.standIns.nodePort(node))}` : whole,
  );
}

function write(column: string, cell: string, row: Row, context: Context): string {
  switch (column) {
    case 'NAME':
    case 'POD':
      return writeName(cell, column === 'POD' ? 'pod' : kindOf(row), context);
    case 'OBJECT':
      return writeName(cell, kindNamed(cell) ?? 'other', context);
    case 'AGE':
      return kubernetesAge.test(cell) ? settled(formatKubernetesAge(ageOf(row, context))) : cell;
    case 'DURATION':
      return kubernetesAge.test(cell) ? settled(formatKubernetesAge(Math.min(3, ageOf(row, context)))) : cell;
    case 'RESTARTS':
      return writeRestarts(cell, row, context);
    case 'LAST SEEN':
      return writeEventAge(cell, eventObject(row.get('OBJECT') ?? '', context), `${row.get('REASON') ?? ''}/${plain(maskNames(row.get('MESSAGE') ?? '', context))}`, context);
    case 'ENDPOINTS':
      return writeEndpoints(cell, context);
    case 'PORT(S)':
      return writePorts(cell, context);
    case 'OS-IMAGE':
    case 'KERNEL-VERSION':
    case 'CONTAINER-RUNTIME':
      return /\d/u.test(cell) ? varying('version', cell) : cell;
    default:
      return cell;
  }
}

/** An event by what its row shows; its age counts only where the list is sorted by it. */
function readEvent(row: Row, byAge: boolean): EventRow {
  const object = row.shown('OBJECT');
  const seen = /^(\S+?)(?: \(x\d+ over (\S+)\))?$/u.exec(row.shown('LAST SEEN'));
  const age = byAge ? { age: secondsOf(seen?.[2] ?? seen?.[1] ?? '') } : {};
  // Without a sort the list is in the order of the objects' names, whatever they are.
  return { kind: byAge ? (kindNamed(object) ?? '') : '', name: bareName(object).name, reason: row.shown('REASON'), message: row.get('MESSAGE') ?? '', ...age };
}

/** `kind/name` of what an event is about, as it is shown. */
function eventObject(object: string, context: Context): string {
  const kind = kindNamed(object) ?? 'other';
  return `${kind}/${bareName(plain(writeName(object, kind, context))).name}`;
}

/** The kind that a word such as `deploy`, `Pod/web` or `deployment.apps` names. */
export const kindNamed = (word: string): string | undefined => {
  const name = /^[a-z]+/u.exec(word.toLowerCase())?.[0];
  return name === undefined ? undefined : (kinds[name] ?? name);
};

const typedColumns = new Set(['AGE', 'LAST SEEN', 'IP', 'CLUSTER-IP', 'PORT(S)', 'ENDPOINTS', 'DURATION', 'INTERNAL-IP']);

/** What of a row hangs on nothing random: rows take their stand-ins in the order of these texts. */
function turn(row: Row, context: Context, header: readonly string[]): string {
  return header
    .map((column) => {
      const cell = row.get(column) ?? '';
      if (column === 'NAME' || column === 'OBJECT' || column === 'POD') {
        const { prefix, name, generated } = readName(cell, column === 'POD' ? 'pod' : kindOf(row), context);
        return prefix + (generated?.mask ?? name);
      }
      if (column === 'RESTARTS') return cell.replace(/ \(.*/u, '');
      if (typedColumns.has(column)) return '';
      return maskNames(cell, context);
    })
    .join('\t');
}

/** A text with the names that Kubernetes completed masked, or as they are shown where they are known. */
const maskNames = (text: string, context: Context): string =>
  text.replace(/[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?/gu, (word) => context.standIns.known(word) ?? readGeneratedName(word, 'other', context.standIns)?.mask ?? word);

/** The tables of `kubectl get`, `kubectl events`, `helm status` and what else lists objects of the cluster. */
export const kubectlTables: Format = (lines, context) => {
  if (!context.command.calls.some((call) => ['kubectl', 'helm'].includes(call.program))) return [...lines];
  const sorted = context.command.text.includes('--sort-by') || context.command.runs('kubectl', 'events');
  return writeTables(lines, context, {
    isHeader: (cells) => cells.every((cell) => headerCell.test(cell) && cell === cell.toUpperCase()),
    write,
    turn: (row, header) => turn(row, context, header),
    begin: (rows) =>
      settleNames(
        rows.flatMap((row) => {
          const { name, generated } = readName(row.get('NAME') ?? '', kindOf(row), context);
          return generated ? [{ name, ...generated }] : [];
        }),
        context.standIns,
      ),
    order: (rows, columns) => {
      if (columns.includes('OBJECT') && columns.includes('REASON')) return orderEvents(rows, (row) => readEvent(row, sorted));
      if (sorted || !columns.includes('NAME')) return rows;
      return sortRows(rows, (row) => `${row.shown('NAMESPACE')}\t${row.shown('NAME')}`);
    },
  });
};
