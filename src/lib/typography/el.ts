import { nbsp, type Rule } from './rule.ts';

/** Consonants before which «την», «στην» and «μην» lose their ν. */
const continuant = '(?!γκ|μπ|ντ|τσ|τζ)[βγδζθλμνρσφχ]';
/** Vowels and stops before which they keep it. */
const stop = '[αάεέηήιίοόυύωώκπτξψ]|γκ|μπ|ντ|τσ|τζ';

/** Greek, monotonic. */
export const greek: readonly Rule[] = [
  {
    name: 'quotes',
    pattern: /["„]/gu,
    severity: 'error',
    wrong: 'is no Greek quotation mark',
    fix: 'write «…», and “…” inside them',
  },
  {
    name: 'quote-space',
    pattern: /« | »/gu,
    severity: 'error',
    wrong: 'has a space inside the quotation marks',
    fix: 'take the space out',
    mend: (found) => found.trim(),
  },
  {
    name: 'question-mark',
    pattern: /\?/gu,
    severity: 'error',
    wrong: 'is not the Greek question mark',
    fix: 'write ; (U+003B)',
    mend: () => ';',
  },
  {
    name: 'code-before-question-mark',
    pattern: /\uFFFC;/gu,
    severity: 'warning',
    wrong: 'puts the question mark right after code, where it looks like a part of it',
    fix: 'end the sentence with a word',
  },
  {
    name: 'percent',
    pattern: new RegExp(`(?<=\\d)[ ${nbsp}]%`, 'gu'),
    severity: 'error',
    wrong: 'stands apart from its number',
    fix: 'write 50%',
    mend: () => '%',
  },
  {
    name: 'final-nu-kept',
    pattern: new RegExp(`(?<!\\p{L})(?:την|στην|μην)(?= (?:${continuant}))`, 'giu'),
    severity: 'warning',
    wrong: 'keeps its ν before a consonant that takes it',
    fix: 'write τη, στη, μη',
    mend: (found) => found.slice(0, -1),
  },
  {
    name: 'final-nu-lost',
    pattern: new RegExp(`(?<!\\p{L})(?:τη|στη)(?= (?:${stop})\\p{L})`, 'giu'),
    severity: 'warning',
    wrong: 'lacks its ν',
    fix: 'write την, στην before a vowel and κ π τ ξ ψ γκ μπ ντ τσ τζ',
    mend: (found) => `${found}ν`,
  },
  {
    name: 'imperative',
    pattern: /(?<!\p{L})\p{L}{4,}είστε(?!\p{L})/giu,
    severity: 'warning',
    wrong: 'is no imperative',
    fix: 'write -ήστε for a command: Δημιουργήστε',
  },
];
