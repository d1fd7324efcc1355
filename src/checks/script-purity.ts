import type { Diagnostic } from '../lib/diagnostics/diagnostic.ts';
import type { Locale } from '../lib/locale/locales.ts';
import { defineCheck } from './check.ts';
import { problemIn } from './problem.ts';
import { proseTexts, type ProseText } from './prose-texts.ts';

export const scriptPurity = defineCheck({
  name: 'script-purity',
  promise: 'texts are in Unicode’s composed form, undamaged, and no word mixes alphabets',
  run(book) {
    const whole = [...book.chapters, ...book.files].flatMap(({ path, text }) => damage({ path, text }));
    return [
      ...whole,
      ...proseTexts(book).flatMap((file) => [...mixedWords(file), ...strangers(file), ...lookAlikes(file)]),
    ];
  },
});

/** UTF-8 that was read as something else once, and characters that nobody sees. */
const signs: readonly (readonly [pattern: RegExp, what: string, fix: string])[] = [
  [/\uFFFD/gu, 'is a character that was lost in a conversion', 'write what stood there'],
  [
    /[ÃÂÅÄÐÑÎÏ][\u0080-\u00BFŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]|â€|ï»¿|[\u0080-\u009F]/gu,
    'is UTF-8 that was read as another encoding',
    'write what stood there',
  ],
  [/[\u3130-\u318F\uAC00-\uD7AF]/gu, 'is Korean: this text was read as another encoding', 'write what stood there'],
  [/[\u200B-\u200F\u2028-\u202E\u2060\uFEFF\u00AD\uFFFC]/gu, 'is a character that nobody sees', 'take it out'],
  [/[^\S\n\r ]/gu, 'is a tab or a space of a strange width', 'write a space'],
];

/** The one strange space that is meant. */
const meant = '\u00A0';

function damage(file: { readonly path: string; readonly text: string }): Diagnostic[] {
  const found = signs.flatMap(([pattern, what, fix]) =>
    [...file.text.matchAll(pattern)]
      .filter((match) => match[0] !== meant)
      .map((match) =>
        problemIn(file, match.index, { code: 'script/damage', message: `"${visible(match[0])}" ${what}`, fix }),
      ),
  );
  if (file.text.normalize('NFC') === file.text) return found;
  const at = [...file.text.matchAll(/\P{M}\p{M}*/gu)].find((match) => match[0].normalize('NFC') !== match[0]);
  const message = `"${visible(at?.[0] ?? '')}" is not in composed form`;
  return [
    ...found,
    problemIn(file, at?.index ?? 0, {
      code: 'script/not-nfc',
      message,
      fix: `write "${(at?.[0] ?? '').normalize('NFC')}" (Unicode NFC)`,
    }),
  ];
}

const visible = (text: string): string =>
  [...text]
    .map((character) =>
      /[\p{L}\p{N}\p{P}\p{S}]/u.test(character)
        ? character
        : `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`,
    )
    .join('');

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
