import type { Locale } from '../locale/locales.ts';
import { typographyRules } from './rules.ts';

/** Mends in a text what a machine can know of its language's typography, and touches nothing that is masked in its prose. */
export function typeset(
  text: string,
  prose: string,
  locale: Locale,
): { readonly text: string; readonly mended: number } {
  let mended = 0;
  // Two passes: in "a v lese", the space between the words belongs to the first match, and hides the second.
  for (let pass = 0; pass < 2; pass += 1) {
    for (const { pattern, mend } of typographyRules[locale]) {
      if (mend === undefined) continue;
      const edits = [...prose.matchAll(pattern)]
        .map((match) => ({ start: match.index, found: match[0], mended: mend(match[0]) }))
        .toReversed();
      for (const edit of edits) {
        const put = (into: string) =>
          into.slice(0, edit.start) + edit.mended + into.slice(edit.start + edit.found.length);
        text = put(text);
        prose = put(prose);
        mended += 1;
      }
    }
  }
  return { text, mended };
}
