import { nbsp, type Rule } from './rule.ts';

/** Czech: the Language Institute's handbook and ČSN 01 6910. */
export const czech: readonly Rule[] = [
  {
    name: 'quotes',
    pattern: /["”«»]/gu,
    severity: 'error',
    wrong: 'is no Czech quotation mark',
    fix: 'write „ before and “ after',
  },
  {
    name: 'em-dash',
    pattern: /—/gu,
    severity: 'error',
    wrong: 'is not the Czech dash',
    fix: 'write –',
    mend: () => '–',
  },
  {
    name: 'dash-space',
    pattern: / –(?= )/gu,
    severity: 'warning',
    wrong: 'may begin a line',
    fix: 'write a no-break space before it',
    mend: () => `${nbsp}–`,
  },
  {
    name: 'one-letter-word',
    pattern: /(?<![\p{L}\p{N}])[ksvzouai][ \n](?=[\p{L}\p{N}\uFFFC„(])/giu,
    severity: 'warning',
    wrong: 'may end a line',
    fix: 'write a no-break space after it',
    mend: (found) => `${found.charAt(0)}${nbsp}`,
  },
  {
    name: 'counted-noun',
    // What is counted is a noun; these words are none.
    pattern:
      /(?<=(?<![\p{L}\p{N}.,:-])\d{1,3}) (?=\p{Ll})(?!(?:a|i|do|až|na|ve|ze|od|po|pro|při|za|je|jsou|má|se|by|pak|nebo|znamená)(?!\p{L}))/gu,
    severity: 'warning',
    wrong: 'may break a line between a number and what it counts',
    fix: 'write a no-break space',
    mend: () => nbsp,
  },
  {
    name: 'thousands',
    pattern: /(?<=(?<![\p{L}\p{N}.,])\d{1,3}) (?=\d{3}(?!\d))/gu,
    severity: 'warning',
    wrong: 'may break a number in two',
    fix: 'write a no-break space',
    mend: () => nbsp,
  },
];
