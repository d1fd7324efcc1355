import type { Context, Format } from '../context.ts';
import { secondsOf } from '../durations.ts';
import { kindNamed, kindOfRow } from '../kinds.ts';
import { bareName, maskNames, readName } from '../object-names.ts';
import { isOfCluster } from '../object-ages.ts';
import { kubectlLayout } from '../table.ts';
import { settleNames } from '../workloads.ts';
import { orderEvents, type EventRow } from './event-order.ts';
import { writeKubectlCell } from './kubectl-cells.ts';
import { sortRows, writeTables, type Row } from './write-tables.ts';

const headerCell = /^[A-Z][-_ .()/%#:A-Z0-9]*$/u;

/** The tables of `kubectl get`, `kubectl events`, `helm status` and what else lists objects of the cluster. */
export const kubectlTables: Format = (lines, context) => {
  if (!context.command.calls.some((call) => ['kubectl', 'helm'].includes(call.program))) return [...lines];
  const byTime = context.command.text.includes('--sort-by') || context.command.runs('kubectl', 'events');
  return writeTables(lines, context, {
    isHeader: (cells) => cells.every((cell) => headerCell.test(cell)),
    layout: kubectlLayout,
    write: writeKubectlCell,
    keep: (row) => isOwn(row, context),
    turn: (row, header) => header.map((column) => stableText(row, column, context)).join('\t'),
    begin: (rows) =>
      settleNames(
        rows.flatMap((row) => nameOf(row, context)),
        context.standIns,
      ),
    order: (rows, header) => {
      if (header.includes('OBJECT') && header.includes('REASON'))
        return orderEvents(rows, (row) => readEvent(row, byTime));
      if (byTime || !header.includes('NAME')) return rows;
      return sortRows(rows, (row) => `${row.shown('NAMESPACE')}\t${row.shown('NAME')}`);
    },
  });
};

/** Whether a row is about the example's namespace or the cluster's own: other examples may run in the same cluster. */
function isOwn(row: Row, context: Context): boolean {
  const { namespace } = context.surroundings;
  const asked = context.command.call('kubectl', 'get')?.words.find((word) => !word.startsWith('-')) ?? '';
  const claim = row.get('CLAIM')?.split('/')[0];
  const of = row.get('NAMESPACE') ?? claim ?? (/^(?:ns|namespaces?)$/u.test(asked) ? row.get('NAME') : undefined);
  if (of === undefined || namespace === undefined) return true;
  // Helm's tables come here with the namespace already called by the example's name.
  return [namespace, context.surroundings.example, 'default'].includes(of) || isOfCluster(of) || context.authored(of);
}

function nameOf(row: Row, context: Context) {
  const { name, generated } = readName(row.get('NAME') ?? '', kindOfRow(row.get), context);
  return generated ? [{ name, ...generated }] : [];
}

const random = new Set(['AGE', 'LAST SEEN', 'IP', 'CLUSTER-IP', 'PORT(S)', 'ENDPOINTS', 'DURATION', 'INTERNAL-IP']);

/** What of a cell hangs on nothing random: rows take their stand-ins in the order of these texts. */
function stableText(row: Row, column: string, context: Context): string {
  const cell = row.get(column) ?? '';
  if (random.has(column)) return '';
  if (column === 'RESTARTS') return cell.replace(/ \(.*/u, '');
  if (column !== 'NAME' && column !== 'OBJECT' && column !== 'POD') return maskNames(cell, context);
  const { prefix, name, generated } = readName(cell, column === 'POD' ? 'pod' : kindOfRow(row.get), context);
  return prefix + (generated?.mask ?? name);
}

/** An event by what its row shows; its age counts only where the list is sorted by it. */
function readEvent(row: Row, byTime: boolean): EventRow {
  const object = row.shown('OBJECT');
  const seen = /^(\S+?)(?: \(x\d+ over (\S+)\))?$/u.exec(row.shown('LAST SEEN'));
  const rest = { name: bareName(object).name, reason: row.shown('REASON'), message: row.get('MESSAGE') ?? '' };
  // Without a sort the list is in the order of the objects' names, whatever they are.
  return byTime
    ? { ...rest, kind: kindNamed(object) ?? '', age: secondsOf(seen?.[2] ?? seen?.[1] ?? '') }
    : { ...rest, kind: '' };
}
