import type { Context, Format } from '../context.ts';
import { plain, settled, varying } from '../marks.ts';
import { addresses, isNodePort } from '../addresses.ts';
import { anywhere } from './anywhere.ts';
import { dated } from './dated.ts';
import { backOff, byAddress, kindNamed, writeEventAge } from './kubectl-tables.ts';
import { orderEvents } from './event-order.ts';
import { writeTables } from './write-tables.ts';

const eventHeader = 'Type Reason Age From Message';

/** The messages of events hold how long a pull took and how big the image was. */
const pulled = (message: string): string =>
  message
    .replace(/ in (\S+) \((\S+) including waiting\)/gu, (whole, took: string, waited: string) =>
      /^(?:\d+m)?[\d.]+m?s$/u.test(took) && /^(?:\d+m)?[\d.]+m?s$/u.test(waited) ? settled(' in 1.204s (1.204s including waiting)') : whole,
    )
    .replace(/(?<=Image size: )\d+(?= bytes)/gu, (bytes) => varying('bytes', bytes));

/** `kubectl describe`: the table of events, the node's port, the list of endpoints, and messages of events wherever they come. */
export const describe: Format = (lines, context) => {
  if (!context.command.runs('kubectl')) return [...lines];
  const call = context.command.call('kubectl', 'describe');
  const kind = kindNamed(call?.words.find((word) => !word.startsWith('-')) ?? '') ?? 'other';
  let object = '';
  const withFields = lines.map((line) => {
    const name = call && /^Name: +(\S+)$/u.exec(line)?.[1];
    if (name !== undefined) {
      object = `${kind}/${plain(anywhere([name], context)[0]!)}`;
      context.dates.about(context.ages.birth(object));
    }
    const restarts = /^ +Restart Count: +(\d+)$/u.exec(line)?.[1];
    if (restarts !== undefined && backOff(Number(restarts)) > context.ages.of(object, 'cluster')) context.ages.atLeast(object, backOff(Number(restarts)));
    return field(dated(pulled(line), context), context);
  });
  return writeTables(withFields, context, {
    isHeader: (cells) => cells.join(' ') === eventHeader,
    order: ([rule, ...rows]) => [rule!, ...orderEvents(rows, (row) => ({ kind: '', name: '', reason: row.get('Reason') ?? '', message: row.get('Message') ?? '' }))],
    write: (column, cell, row) => {
      if (column !== 'Age') return cell;
      return writeEventAge(cell, object, `${row.get('Reason') ?? ''}/${plain(anywhere([row.get('Message') ?? ''], context)[0] ?? '')}`, context);
    },
  });
};

function field(line: string, context: Context): string {
  const node = /^(NodePort: +\S+ +)(\d+)(\/.*)$/u.exec(line);
  if (node) return isNodePort(node[2]!, context) ? node[1]! + settled(context.standIns.nodePort(node[2]!)) + node[3]! : line;
  const endpoints = /^(Endpoints: +)([\d.:]+(?:,[\d.:]+)*)(.*)$/u.exec(line);
  if (!endpoints) return line;
  const shown = endpoints[2]!.split(',').map((one) => plain(addresses(one, context)));
  return endpoints[1]! + settled(shown.sort(byAddress).join(',')) + endpoints[3]!;
}
