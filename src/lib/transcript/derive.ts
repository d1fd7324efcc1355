import { createHash } from 'node:crypto';

const base = '0123456789abcdefghijklmnopqrstuvwxyz';

/** Endless hexadecimal digits that hang on nothing but the seed. */
function hexOf(seed: string, length: number): string {
  let digits = '';
  for (let block = 0; digits.length < length; block++)
    digits += createHash('sha256').update(`${seed}/${block}`).digest('hex');
  return digits.slice(0, length);
}

/** Derives hexadecimal digits from a seed, the first of which is a letter so that nobody takes them for a number. */
export const deriveHex = (seed: string, length: number): string =>
  'abcdef'[Number.parseInt(hexOf(`${seed}/first`, 2), 16) % 6]! + hexOf(seed, length - 1);

/** Derives a word over an alphabet from a seed. */
export function deriveWord(seed: string, length: number, alphabet: string = base): string {
  const digits = hexOf(seed, length * 4);
  return Array.from(
    { length },
    (_, index) => alphabet[Number.parseInt(digits.slice(index * 4, index * 4 + 4), 16) % alphabet.length]!,
  ).join('');
}

/** Derives a whole number in [from, to] from a seed. */
export const deriveNumber = (seed: string, from: number, to: number): number =>
  from + (Number.parseInt(hexOf(seed, 12), 16) % (to - from + 1));
