import { valueTypes, type Span, type ValueType } from './schema.ts';

// While a line is being normalised, what is already decided is kept between characters of the private use area, so that no
// later rule touches it again: a settled stand-in, or a value that is shown as recorded (the opening mark says its type).
const CLOSE = '\uE000';
const SETTLED = '\uE001';
const TABLE = '\uE002';
const REPEAT = '\uE003';
const FIRST_TYPE = 0xe010;
const marked = /[\uE001\uE010-\uE01F][^\uE000]*\uE000/gu;

/** Marks a stand-in (or a text that must stay as it is), so that no later rule touches it. */
export const settled = (text: string): string => `${SETTLED}${text}${CLOSE}`;

/** Marks a value that is shown as recorded and compared by its type only. */
export const varying = (type: ValueType, text: string): string =>
  `${String.fromCharCode(FIRST_TYPE + valueTypes.indexOf(type))}${text}${CLOSE}`;

/** Marks a line as a row of a laid-out table that holds varying cells. */
export const tableLine = (line: string): string => (line.includes(TABLE) ? line : TABLE + line);

/** Marks a line as one of several alike whose number hangs on a base image or on the machine. */
export const repeatable = (line: string): string => REPEAT + line;

/** The line as a reader sees it. */
export const plain = (line: string): string => line.replace(/[\uE000-\uE01F]/gu, '');

/** Whether any part of the line is shown as recorded. */
export const varies = (line: string): boolean => /[\uE010-\uE01F]/u.test(line);

/** Applies a function to every part of the line that is not decided yet. */
export function mapOpen(line: string, change: (text: string) => string): string {
  let result = '';
  let end = 0;
  for (const match of line.matchAll(marked)) {
    result += change(line.slice(end, match.index)) + match[0];
    end = match.index + match[0].length;
  }
  return result + change(line.slice(end));
}

/** The parts of the line that are not decided yet. */
export function openParts(line: string): string[] {
  const parts: string[] = [];
  mapOpen(line, (text) => {
    parts.push(text);
    return text;
  });
  return parts;
}

/** Replaces what a pattern finds in the parts of the line that are not decided yet. */
export const replaceOpen = (line: string, pattern: RegExp, replacement: (match: RegExpExecArray) => string): string =>
  mapOpen(line, (text) => {
    let result = '';
    let end = 0;
    for (const match of text.matchAll(pattern)) {
      result += text.slice(end, match.index) + replacement(match);
      end = match.index + match[0].length;
    }
    return result + text.slice(end);
  });

export interface Lines {
  readonly from: number;
  readonly to: number;
}

/** Lines without marks, and what the marks said. */
export interface Unmarked {
  readonly output: string[];
  readonly varies: Span[];
  readonly tables: Lines[];
  readonly repeats: Lines[];
}

/** Takes the marks off. */
export function unmark(lines: readonly string[]): Unmarked {
  const result: Unmarked = { output: [], varies: [], tables: [], repeats: [] };
  for (const [index, line] of lines.entries()) {
    let text = '';
    let open: { from: number; type: ValueType } | undefined;
    for (const character of line) {
      const code = character.charCodeAt(0);
      if (character === TABLE) extend(result.tables, index);
      else if (character === REPEAT) extend(result.repeats, index);
      else if (character === CLOSE) {
        if (open) result.varies.push({ line: index, from: open.from, to: text.length, type: open.type });
        open = undefined;
      } else if (code >= FIRST_TYPE && code < FIRST_TYPE + 16)
        open = { from: text.length, type: valueTypes[code - FIRST_TYPE]! };
      else if (character !== SETTLED) text += character;
    }
    result.output.push(text);
  }
  return result;
}

function extend(ranges: { from: number; to: number }[], line: number): void {
  const last = ranges.at(-1);
  if (last?.to === line) last.to = line + 1;
  else ranges.push({ from: line, to: line + 1 });
}
