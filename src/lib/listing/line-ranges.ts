import type { Unresolved } from './excerpt.ts';

/** Reads `3`, `3-7` or `3-7,12`: the lines in order, or what is wrong with it. */
export function lineRanges(written: string): readonly number[] | Unresolved {
  const lines: number[] = [];
  for (const range of written.split(',').map((part) => part.trim())) {
    const [, first, last = first] = /^(\d+)(?:-(\d+))?$/.exec(range) ?? [];
    const [from, to] = [Number(first), Number(last)];
    if (first === undefined || from < 1 || to < from)
      return { message: `"${range}" is no range of lines`, fix: 'write lines such as 3, 3-7 or 3-7,12' };
    for (let line = from; line <= to; line += 1) lines.push(line);
  }
  return lines;
}
