import { isNodePort } from '../addresses.ts';
import type { Context, Format } from '../context.ts';
import { formatKubernetesAge, kubernetesAge } from '../durations.ts';
import { kindNamed } from '../kinds.ts';
import { plain, settled, varying } from '../marks.ts';
import { backOff, writeEventAge } from '../object-ages.ts';
import { anywhere } from './anywhere.ts';
import { dated } from './dated.ts';
import { orderEvents } from './event-order.ts';
import { eventText, writeEndpoints } from './kubectl-cells.ts';
import { writeTables, type Row } from './write-tables.ts';

const eventHeader = 'Type Reason Age From Message';
const took = /^(?:\d+m)?[\d.]+m?s$/u;

/** `kubectl describe`, object by object, and the messages of events wherever they come. */
export const describe: Format = (lines, context) => {
  if (!context.command.runs('kubectl')) return [...lines];
  const told = lines.map(pulled);
  const call = context.command.call('kubectl', 'describe');
  if (!call) return told;
  const kind = kindNamed(call.words.find((word) => !word.startsWith('-')) ?? '') ?? 'other';
  const starts = told.flatMap((line, index) => (/^Name: +\S/u.test(line) ? [index] : []));
  const sections = starts.map((start, index) => told.slice(start, starts[index + 1]));
  return [
    ...told.slice(0, starts[0] ?? told.length),
    ...sections.flatMap((section) => describeObject(section, kind, context)),
  ];
};

/** The messages of events hold how long a pull took and how big the image was. */
const pulled = (message: string): string =>
  message
    .replace(/ in (\S+) \((\S+) including waiting\)/gu, (whole, pull: string, waited: string) =>
      took.test(pull) && took.test(waited) ? settled(' in 1.204s (1.204s including waiting)') : whole,
    )
    .replace(/(?<=Image size: )\d+(?= bytes)/gu, (bytes) => varying('bytes', bytes));

function describeObject(lines: readonly string[], kind: string, context: Context): string[] {
  const name = /^Name: +(\S+)$/u.exec(lines[0]!)?.[1] ?? '';
  const object = `${kind}/${plain(anywhere([name], context)[0]!)}`;
  const restarts = Math.max(0, ...lines.map((line) => Number(/^ +Restart Count: +(\d+)$/u.exec(line)?.[1] ?? 0)));
  const birth = context.ages.birth(object);
  if (birth !== undefined && context.clock.now - birth < backOff(restarts))
    context.ages.atLeast(object, backOff(restarts));
  const fields = lines.map((line) => {
    const begins = /^(?:Start Time|CreationTimestamp): /u.test(line);
    // The last run of a container that was restarted is not as old as its Pod.
    context.dates.about(begins || restarts === 0 ? context.ages.birth(object) : undefined);
    return dated(field(line, context), context);
  });
  context.dates.about(undefined);
  const read = (row: Row) => ({
    kind: '',
    name: '',
    reason: row.get('Reason') ?? '',
    message: row.get('Message') ?? '',
  });
  return writeTables(fields, context, {
    isHeader: (cells) => cells.join(' ') === eventHeader,
    order: ([rule, ...rows]) => [rule!, ...orderEvents(rows, read)],
    write: (column, cell, row) => {
      if (column !== 'Age') return cell;
      return writeEventAge(cell, object, eventText(row.get('Reason'), row.get('Message'), context), context);
    },
  });
}

function field(line: string, context: Context): string {
  const [, name = '', value = ''] = /^((?:NodePort: +\S+|Endpoints:|Duration:) +)(.+)$/u.exec(line) ?? [];
  if (name.startsWith('Endpoints')) return name + writeEndpoints(value, context);
  if (name.startsWith('Duration')) return kubernetesAge.test(value) ? name + settled(formatKubernetesAge(3)) : line;
  const [port = '', rest = ''] = value.split('/');
  return isNodePort(port, context) ? `${name}${settled(context.standIns.nodePort(port))}/${rest}` : line;
}
