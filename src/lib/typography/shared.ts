import { nbsp, type Rule } from './rule.ts';

/** Units that stand behind a number. */
export const units = '(?:[kMGT]i?B|B|ms|s|min|h|Hz|[kMG]Hz|CPU|[КМГ]и?Б|кБ|байт|с|мс|мин|ч)';

/** Rules that hold in every language. */
export const everywhere: readonly Rule[] = [
  {
    name: 'hyphen-as-dash',
    pattern: /(?<=[\p{L}\p{N},"»“”%)\uFFFC]) -(?= [\p{L}\p{N}"«„“(\uFFFC])/gu,
    severity: 'error',
    wrong: 'is a hyphen where a dash belongs',
    fix: 'write the language’s own dash',
  },
  {
    name: 'double-hyphen',
    // Before a word and after a space it is a flag, which a drawing names without backticks.
    pattern: /(?<=[\p{L}\p{N}])--(?=\p{L})|(?<= )--(?= )/gu,
    severity: 'error',
    wrong: 'is typed for a dash',
    fix: 'write the language’s own dash, or put a flag in backticks',
  },
];

/** Rules that the three translations share. */
export const translated: readonly Rule[] = [
  {
    name: 'dots',
    pattern: /\.\.\./gu,
    severity: 'error',
    wrong: 'is three full stops',
    fix: 'write the one character …',
    mend: () => '…',
  },
  {
    name: 'unit-space',
    pattern: new RegExp(`(?<=\\d) (?=${units}(?![\\p{L}\\p{N}]))`, 'gu'),
    severity: 'warning',
    wrong: 'may break a line between a number and its unit',
    fix: 'write a no-break space',
    mend: () => nbsp,
  },
  {
    name: 'decimal-comma',
    pattern: new RegExp(`(?<![\\d.])\\d+\\.\\d+(?=[ ${nbsp}]?(?:${units}|%)(?![\\p{L}\\p{N}]))`, 'gu'),
    severity: 'error',
    wrong: 'has a decimal point',
    fix: 'write a comma in prose',
    mend: (found) => found.replace('.', ','),
  },
  {
    name: 'range',
    pattern: /(?<=(?<![\p{L}\p{N}.-])\d{1,4})-(?=\d{1,4}(?![\p{L}\p{N}.-]))/gu,
    severity: 'error',
    wrong: 'is a hyphen between two numbers',
    fix: 'write a dash without spaces: 1–3',
    mend: () => '–',
  },
];
