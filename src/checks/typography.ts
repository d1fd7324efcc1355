import { typographyRules } from '../lib/typography/rules.ts';
import { defineCheck } from './check.ts';
import { problemIn } from './problem.ts';
import { proseTexts } from './prose-texts.ts';

export const typography = defineCheck({
  name: 'typography',
  promise: 'quotation marks, dashes, numbers and no-break spaces are those of the language',
  run: (book) =>
    proseTexts(book).flatMap((file) =>
      typographyRules[file.locale].flatMap(({ name, pattern, severity, wrong, fix }) =>
        [...file.prose.matchAll(pattern)].map((match) =>
          problemIn(file, match.index, { severity, code: `typography/${name}`, message: `"${around(file.text, match)}" ${wrong}`, fix }),
        ),
      ),
    ),
});

/** What was found, with its word on either side where it is too little to be recognised. */
function around(text: string, match: RegExpExecArray): string {
  const end = match.index + match[0].length;
  if (match[0].trim().length > 1) return match[0];
  const before = /\S{0,15}\s?$/.exec(text.slice(0, match.index))?.[0] ?? '';
  const after = /^\s?\S{0,15}/.exec(text.slice(end))?.[0] ?? '';
  return `${before}${match[0]}${after}`.replaceAll('\n', ' ').trim();
}
