import type { Context } from '../context.ts';
import { mapOpen, settled, varying } from '../marks.ts';

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (value: number): string => String(value).padStart(2, '0');

interface Moment {
  readonly date: Date;
  readonly nanoseconds: number;
}

interface Spelling {
  readonly pattern: string;
  readonly write: (moment: Moment, real: RegExpExecArray) => string;
}

export const month = `(?:${months.join('|')})`;
const day = `(?:${days.join('|')})`;
const clock = String.raw`\d\d:\d\d:\d\d`;
const iso = (date: Date): string => date.toISOString();
const time = (date: Date): string => iso(date).slice(11, 19);
const dayOf = (date: Date): string => days[date.getUTCDay()]!;
const monthOf = (date: Date): string => months[date.getUTCMonth()]!;
const dayOfMonth = (date: Date): string => two(date.getUTCDate());

/** A fraction of as many digits as the program always prints; Go leaves out the zeros at the end of nanoseconds. */
function fraction(nanoseconds: number, real: string | undefined): string {
  if (real === undefined || real === '') return '';
  const digits = real.length - 1;
  return (
    real[0]! +
    String(nanoseconds)
      .padStart(9, '0')
      .slice(0, digits > 6 ? 9 : digits > 3 ? 6 : 3)
  );
}

// Every way in which our tools write a moment. The named groups f and z keep the fraction and the zone.
const spellings: readonly Spelling[] = [
  {
    pattern: String.raw`\d{4}-\d\d-\d\dT${clock}(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)`,
    write: ({ date, nanoseconds }, [real]) =>
      `${iso(date).slice(0, 19)}${fraction(nanoseconds, /\.\d+/u.exec(real)?.[0])}${/(?:Z|[+-]\d\d:?\d\d)$/u.exec(real)![0]}`,
  },
  {
    pattern: String.raw`\d{4}-\d\d-\d\d ${clock}(?:[.,]\d+)?(?: \+0000 UTC| UTC|\+00\b)?`,
    write: ({ date, nanoseconds }, [real]) =>
      `${iso(date).slice(0, 10)} ${time(date)}${fraction(nanoseconds, /[.,]\d+/u.exec(real)?.[0])}${/(?: \+0000 UTC| UTC|\+00)?$/u.exec(real)![0]}`,
  },
  {
    pattern: String.raw`${day}, \d\d ${month} \d{4} ${clock} (?:GMT|\+0000)`,
    write: ({ date }, [real]) =>
      `${dayOf(date)}, ${dayOfMonth(date)} ${monthOf(date)} ${date.getUTCFullYear()} ${time(date)} ${/\S+$/u.exec(real)![0]}`,
  },
  {
    pattern: String.raw`${day} ${month} [ \d]\d ${clock} (?:UTC )?\d{4}`,
    write: ({ date }, [real]) =>
      `${dayOf(date)} ${monthOf(date)} ${String(date.getUTCDate()).padStart(2)} ${time(date)} ${real.includes('UTC') ? 'UTC ' : ''}${date.getUTCFullYear()}`,
  },
  {
    pattern: String.raw`\d{4}/\d\d/\d\d ${clock}(?:\.\d{6})?`,
    write: ({ date, nanoseconds }, [real]) =>
      `${iso(date).slice(0, 10).replaceAll('-', '/')} ${time(date)}${fraction(nanoseconds, /\.\d+/u.exec(real)?.[0])}`,
  },
  {
    pattern: String.raw`\d\d/${month}/\d{4}[: ]${clock}(?: \+0000)?`,
    write: ({ date }, [real]) =>
      `${dayOfMonth(date)}/${monthOf(date)}/${date.getUTCFullYear()}${real[11]!}${time(date)}${real.endsWith(' +0000') ? ' +0000' : ''}`,
  },
  {
    pattern: String.raw`\d\d ${month} \d{4} ${clock}(?:\.\d{3})?`,
    write: ({ date, nanoseconds }, [real]) =>
      `${dayOfMonth(date)} ${monthOf(date)} ${date.getUTCFullYear()} ${time(date)}${fraction(nanoseconds, /\.\d+/u.exec(real)?.[0])}`,
  },
];

const any = new RegExp(spellings.map(({ pattern }) => `(?<!\\w|\\d\\.)(?:${pattern})(?!\\d)`).join('|'), 'gu');
const whole = spellings.map(({ pattern, write }) => ({ pattern: new RegExp(`^(?:${pattern})$`, 'u'), write }));

/** Dates that mean no moment: Go's zero time, the beginning of Unix time, and the zip format's. */
const isConstant = (time: number): boolean => [1, 1970, 1980].includes(new Date(time).getUTCFullYear());

/** Reads a date in any of the spellings, in milliseconds since 1970. */
export function readDate(real: string): number {
  const plainDate = real
    .replace(/^(\d\d)\/(\w{3})\/(\d{4})[: ]/u, '$1 $2 $3 ')
    .replace(/^(\d{4})\/(\d\d)\/(\d\d) /u, '$1-$2-$3T')
    .replace(/ \+0000 UTC$/u, ' UTC')
    .replace(/[.,]\d+/u, '');
  const zone = /(?:Z|GMT|UTC|[+-]\d\d:?\d\d)(?: \d{4})?$/u.test(plainDate) ? '' : 'Z';
  return Date.parse(
    plainDate
      .replace(/\+00$/u, 'Z')
      .replace(/(?<=T\S+)$/u, zone)
      .replace(/(?<=^[^T]+)$/u, zone === '' ? '' : ' UTC'),
  );
}

/** Replaces every moment of a line; the place tells lines apart that may come again, and is the line itself when not given. */
export function dated(line: string, context: Context, place?: string): string {
  const key = place ?? line.replace(any, '*');
  const inDocker = context.command.calls.some((call) => call.program === 'docker');
  return mapOpen(line, (text) =>
    text.replace(any, (real) => {
      const spelling = whole.find(({ pattern }) => pattern.test(real));
      const time = readDate(real);
      if (!spelling || Number.isNaN(time) || isConstant(time) || context.authored(real)) return real;
      if (inDocker && time < context.surroundings.started.getTime() - 60_000) return varying('date', real);
      const moment = context.dates.standIn(real, time, key);
      return settled(
        spelling.write({ date: new Date(moment.time), nanoseconds: moment.nanoseconds }, spelling.pattern.exec(real)!),
      );
    }),
  );
}
