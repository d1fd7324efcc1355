import type { Context } from '../context.ts';
import { replaceOpen, settled, varying } from '../marks.ts';
import { month } from './dated.ts';

const listing = new RegExp(
  String.raw`(?<=^| )([-dlcbps][-rwxsStT]{9}[.+]? +)(\d+)( +\S+ +\S+ +(?:\d+, +)?\S+ )(${month} [ \d]\d (?:\d\d:\d\d| \d{4}))(?= (.*))`,
  'gu',
);

/** A line of `ls -l`: when the file was made, and in /proc and /sys how many things the machine has. */
export const listed = (line: string, context: Context): string =>
  replaceOpen(line, listing, ([, mode, links, owner, date, name]) => {
    const counted = name === 'proc' || name === 'sys' ? varying('count', links!) : links!;
    return mode! + counted + owner! + listedDate(date!, context);
  });

// ls writes the time of what is younger than half a year, and the year of all else.
function listedDate(real: string, context: Context): string {
  if (!real.includes(':')) return varying('date', real);
  const { started } = context.surroundings;
  const time = Date.parse(`${real.slice(0, 6)} ${started.getUTCFullYear()} ${real.slice(7)} UTC`);
  return time < started.getTime() - 120_000 ? varying('date', real) : settled('Jan 15 10:24');
}
