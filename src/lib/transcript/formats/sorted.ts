import type { Format } from '../context.ts';
import { plain } from '../marks.ts';
import { compare } from '../order.ts';

/** Lines that the command sorted are sorted again by what is shown. */
export const sorted: Format = (lines, context) => {
  const last = context.command.calls.at(-1);
  const asks = last?.program === 'sort' && last.words.every((word) => word === '-u' || word === '--unique');
  return asks ? [...lines].sort((a, b) => compare(plain(a), plain(b))) : [...lines];
};
