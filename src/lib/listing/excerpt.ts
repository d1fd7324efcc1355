import { stageLines } from './dockerfile-stage.ts';
import { languageOf } from './language.ts';
import { lineRanges } from './line-ranges.ts';
import { findRegions, type Regions } from './regions.ts';
import { yamlPathLines } from './yaml-path.ts';

/** What a `<Listing>` asks for. At most one of region, path, stage and lines; mark goes with any. */
export interface Selector {
  readonly region?: string | undefined;
  readonly path?: string | undefined;
  readonly stage?: string | undefined;
  /** Lines of the file as an editor numbers them: `3-7,12`. */
  readonly lines?: string | undefined;
  /** Lines of the file as an editor numbers them, or a text that occurs in the lines to mark. */
  readonly mark?: string | undefined;
}

/** Lines of a file, 1-based and inclusive. */
export interface Lines {
  readonly from: number;
  readonly to: number;
}

/** Why a selector names nothing, and what it could name. */
export interface Unresolved {
  readonly message: string;
  readonly fix: string;
}

export interface Excerpt {
  /** The text without region marks and without the indentation that all lines share. */
  readonly lines: readonly string[];
  /** 1-based lines of the excerpt that are marked. */
  readonly marked: readonly number[];
}

const ways = ['region', 'path', 'stage', 'lines'] as const;

/** Cuts out of a file what a selector names. */
export function excerpt(file: string, text: string, selector: Selector): Excerpt | Unresolved {
  const used = ways.filter((way) => selector[way] !== undefined);
  if (used.length > 1)
    return {
      message: `a listing is chosen in one way, not by ${used.join(' and ')}`,
      fix: `keep one of ${used.join(', ')}`,
    };
  const regions = findRegions(text);
  const [broken] = regions.problems;
  if (broken !== undefined) return { message: `${file}:${broken.line}: ${broken.message}`, fix: broken.fix };
  const numbers = chosen(file, text, regions, selector);
  if ('message' in numbers) return numbers;
  const all = text.replace(/\n$/, '').split('\n');
  const shown = trimBlank(
    numbers.filter((line) => line <= all.length && !regions.marks.has(line)),
    all,
  );
  if (shown.length === 0)
    return { message: `nothing of "${file}" is left to show`, fix: 'choose lines that hold something' };
  const marked = markedLines(all, shown, selector.mark);
  if ('message' in marked) return marked;
  return { lines: dedent(shown.map((line) => all[line - 1] ?? '')), marked };
}

function chosen(file: string, text: string, { regions }: Regions, selector: Selector): readonly number[] | Unresolved {
  const count = text.replace(/\n$/, '').split('\n').length;
  const { region: name, path, stage, lines } = selector;
  if (name !== undefined) {
    const region = regions.find((candidate) => candidate.name === name);
    if (region !== undefined) return sequence(region);
    const known = regions.map((candidate) => candidate.name).join(', ');
    return {
      message: `"${file}" has no region "${name}"`,
      fix: known === '' ? `mark it in the file: # region ${name} … # endregion` : `write one of: ${known}`,
    };
  }
  if (path !== undefined || stage !== undefined) {
    const [language, way] = path === undefined ? ['docker', 'stage'] : ['yaml', 'path'];
    if (languageOf(file) !== language) return { message: `"${file}" has no ${way}s`, fix: 'choose by region or lines' };
    const found = path === undefined ? stageLines(text, stage ?? '') : yamlPathLines(text, path);
    return 'message' in found ? { ...found, message: `in "${file}" ${found.message}` } : sequence(found);
  }
  if (lines === undefined) return sequence({ from: 1, to: count });
  const numbers = lineRanges(lines);
  if ('message' in numbers) return numbers;
  const beyond = numbers.find((line) => line > count);
  return beyond === undefined
    ? numbers
    : { message: `"${file}" has no line ${beyond}`, fix: `it ends with line ${count}` };
}

/** Lines by their number in the file, or all that hold the text. */
function markedLines(
  all: readonly string[],
  shown: readonly number[],
  mark: string | undefined,
): readonly number[] | Unresolved {
  if (mark === undefined) return [];
  if (!/^[\d\s,-]+$/.test(mark)) {
    const holding = shown.flatMap((line, index) => ((all[line - 1] ?? '').includes(mark) ? [index + 1] : []));
    return holding.length > 0
      ? holding
      : { message: `no line shown holds "${mark}"`, fix: 'mark a text that is there, or lines by number' };
  }
  const numbers = lineRanges(mark);
  if ('message' in numbers) return numbers;
  const outside = numbers.find((line) => !shown.includes(line));
  if (outside === undefined) return numbers.map((line) => shown.indexOf(line) + 1);
  return {
    message: `line ${outside} is marked and not shown`,
    fix: `mark lines of the file between ${shown[0]} and ${shown.at(-1)}`,
  };
}

const sequence = ({ from, to }: Lines): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);

function trimBlank(numbers: readonly number[], all: readonly string[]): readonly number[] {
  const holds = (line: number) => (all[line - 1] ?? '').trim() !== '';
  return numbers.slice(
    numbers.findIndex(holds) === -1 ? numbers.length : numbers.findIndex(holds),
    numbers.findLastIndex(holds) + 1,
  );
}

function dedent(lines: readonly string[]): readonly string[] {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)?.[0] ?? '');
  const shared = indents.reduce((common, indent) => {
    let length = 0;
    while (length < common.length && common[length] === indent[length]) length += 1;
    return common.slice(0, length);
  });
  return lines.map((line) => line.slice(Math.min(shared.length, line.length)));
}
