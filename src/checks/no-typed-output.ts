import { defineCheck } from './check.ts';
import { problemIn } from './problem.ts';

/** What inline code looks like when it is a terminal's, and the name of each. */
const signs: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/^\s*[$#%>❯]\s+\S/, 'a prompt'],
  [/\S {2,}\S/, 'a table’s columns'],
  [/sha256:[0-9a-f]{8,}/i, 'a digest'],
  [/\b[0-9a-f]{12,64}\b/, 'an id'],
  [/^#\d+ (\[|DONE|CACHED)/, 'a build’s progress'],
  [/(?<![\d.])(?!127\.|0\.0\.0\.0)\d{1,3}(\.\d{1,3}){3}(?![\d./])/, 'an address'],
];

/** Longer than any command that one sentence can hold. */
const longest = 90;

/** A size with a decimal: what was measured, and not what somebody chose. */
const measured = /(?<![\d.,])\d+[.,]\d+[ \u00A0]?(?:[kMGT]i?B|[кМГ]и?Б)(?!\p{L})/gu;

export const noTypedOutput = defineCheck({
  name: 'no-typed-output',
  promise: 'no sentence repeats what a terminal said, where a rerun could say something else',
  run: (book) =>
    book.readable.flatMap(({ page, prose }) => [
      ...page.inlineCode.flatMap(({ text, start }) => {
        const what =
          signs.find(([pattern]) => pattern.test(text))?.[1] ?? (text.length > longest ? 'a whole listing' : undefined);
        if (what === undefined) return [];
        return [
          problemIn(page, start, {
            code: 'chapter/typed-output',
            message: `"${text}" holds ${what}`,
            fix: 'show it with <Terminal> or <Listing>, and name it in the sentence',
          }),
        ];
      }),
      ...[...prose.matchAll(measured)].map((match) =>
        problemIn(page, match.index, {
          severity: 'warning',
          code: 'chapter/typed-size',
          message: `"${match[0]}" was measured once and will be another figure`,
          fix: 'write a figure that stays true, such as “a few megabytes”',
        }),
      ),
    ]),
});
