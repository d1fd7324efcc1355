import type { Diagnostic } from '../lib/diagnostics/diagnostic.ts';
import { defineCheck } from './check.ts';
import { problemIn } from './problem.ts';

export const textUndamaged = defineCheck({
  name: 'text-undamaged',
  promise: 'texts are in Unicode’s composed form, and no conversion has left its traces in them',
  run: (book) => [...book.chapters, ...book.files].flatMap(({ path, text }) => damage({ path, text })),
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
        problemIn(file, match.index, { code: 'text/damage', message: `"${visible(match[0])}" ${what}`, fix }),
      ),
  );
  if (file.text.normalize('NFC') === file.text) return found;
  const at = [...file.text.matchAll(/\P{M}\p{M}*/gu)].find((match) => match[0].normalize('NFC') !== match[0]);
  const message = `"${visible(at?.[0] ?? '')}" is not in composed form`;
  return [
    ...found,
    problemIn(file, at?.index ?? 0, {
      code: 'text/not-nfc',
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
