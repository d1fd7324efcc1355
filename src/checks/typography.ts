import { typographyRules } from '../lib/typography/rules.ts';
import { defineCheck } from './check.ts';
import { problemIn } from './problem.ts';
import { proseTexts } from './prose-texts.ts';

export const typography = defineCheck({
  name: 'typography',
  promise: 'quotation marks, dashes, numbers and no-break spaces are those of the language',
  run: (book) =>
    proseTexts(book).flatMap((file) =>
      typographyRules[file.locale].flatMap(({ name, pattern, severity, wrong, fix, mend }) =>
        [...file.prose.matchAll(pattern)].map((match) =>
          problemIn(file, match.index, {
            severity,
            code: `typography/${name}`,
            message: `"${around(file.text, match.index, match[0].length)}" ${wrong}`,
            fix: mend === undefined ? fix : `${fix}, or run: npm run translate -- typeset ${file.locale}`,
          }),
        ),
      ),
    ),
});

/** What was found, with its word on either side where it is too little to be recognised. */
function around(text: string, start: number, length: number): string {
  const end = start + length;
  const found = text.slice(start, end);
  if (found.trim().length > 1) return found;
  const before = /\S{0,15}\s?$/.exec(text.slice(0, start))?.[0] ?? '';
  const after = /^\s?\S{0,15}/.exec(text.slice(end))?.[0] ?? '';
  return `${before}${found}${after}`.replaceAll('\n', ' ').trim();
}
