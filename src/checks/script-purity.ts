import type { Diagnostic } from '../lib/diagnostics/diagnostic.ts';
import type { Locale } from '../lib/locale/locales.ts';
import { defineCheck } from './check.ts';
import { problemIn } from './problem.ts';
import { proseTexts, type ProseText } from './prose-texts.ts';

export const scriptPurity = defineCheck({
  name: 'script-purity',
  promise: 'no word mixes alphabets or is of another one than its language’s',
  run: (book) => proseTexts(book).flatMap((file) => [...mixedWords(file), ...strangers(file), ...lookAlikes(file)]),
});

const latin = /\p{Script=Latin}/u;
const cyrillic = /\p{Script=Cyrillic}/u;
const greek = /\p{Script=Greek}/u;

function mixedWords(file: ProseText): Diagnostic[] {
  return [...file.prose.matchAll(/[\p{L}\p{M}]+/gu)]
    .filter(([word]) => [latin, cyrillic, greek].filter((script) => script.test(word)).length > 1)
    .map((match) =>
      problemIn(file, match.index, {
        code: 'script/mixed-word',
        message: `"${match[0]}" mixes ${spell(match[0])}`,
        fix: 'type the word anew on one keyboard layout',
      }),
    );
}

/** Names the letters that are fewer, which are the wrong ones. */
function spell(word: string): string {
  const groups = (
    [
      ['Latin', latin],
      ['Cyrillic', cyrillic],
      ['Greek', greek],
    ] as const
  )
    .map(([name, script]) => ({ name, letters: [...word].filter((letter) => script.test(letter)).join('') }))
    .filter(({ letters }) => letters !== '');
  return groups.map(({ name, letters }) => `${name} "${letters}"`).join(' with ');
}

const foreign: Readonly<Record<Locale, RegExp>> = {
  en: /[\p{Script=Cyrillic}\p{Script=Greek}]+/gu,
  cs: /[\p{Script=Cyrillic}\p{Script=Greek}]+/gu,
  el: /\p{Script=Cyrillic}+/gu,
  ru: /\p{Script=Greek}+/gu,
};

const strangers = (file: ProseText): Diagnostic[] =>
  [...file.prose.matchAll(foreign[file.locale])]
    .filter((match) => !latin.test(wordAround(file.prose, match.index)))
    .map((match) =>
      problemIn(file, match.index, {
        code: 'script/foreign-word',
        message: `"${match[0]}" is of another alphabet`,
        fix: 'write it in this language’s own',
      }),
    );

const wordAround = (text: string, at: number): string =>
  (/[\p{L}\p{M}]*$/u.exec(text.slice(0, at))?.[0] ?? '') + (/^[\p{L}\p{M}]*/u.exec(text.slice(at))?.[0] ?? '');

/** Latin letters that pass for a whole word of the language when a word of its alphabet follows. */
const lonely: Partial<Record<Locale, RegExp>> = {
  el: /(?<![\p{L}\p{N}])(?:[oOH]|T[ao]|O[ti])(?=[ \u00A0]\p{Script=Greek})/gu,
  ru: /(?<![\p{L}\p{N}])[acoyACOYKB](?=[ \u00A0]\p{Script=Cyrillic})/gu,
};

function lookAlikes(file: ProseText): Diagnostic[] {
  const pattern = lonely[file.locale];
  if (pattern === undefined) return [];
  return [...file.prose.matchAll(pattern)].map((match) =>
    problemIn(file, match.index, {
      code: 'script/look-alike',
      message: `"${match[0]}" is Latin and passes for a word`,
      fix: 'type it on the language’s own keyboard layout',
    }),
  );
}
