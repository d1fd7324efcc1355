import { diffArrays } from 'diff';
import { landmarksOf, type Landmark } from '../lib/chapter/landmarks.ts';
import type { Outline } from '../lib/chapter/outline.ts';
import type { Diagnostic } from '../lib/diagnostics/diagnostic.ts';
import { translationsOf } from './book.ts';
import { defineCheck } from './check.ts';
import { problemIn } from './problem.ts';

export const translationShape = defineCheck({
  name: 'translation-shape',
  promise:
    'a translation has the headings, listings, terminals, notes, exercises and links of its English page, in their order',
  run: (book) =>
    translationsOf(book).flatMap(({ translation, source }) => {
      const shape = shapeProblems(translation.page, source.page);
      // Links are compared section by section, which means nothing as long as the sections differ.
      return shape.length > 0 ? shape : linkProblems(translation.page, source.page);
    }),
});

function shapeProblems(page: Outline, source: Outline): Diagnostic[] {
  const there = landmarksOf(page);
  const wanted = landmarksOf(source);
  const changes = diffArrays(
    wanted.map(({ key }) => key),
    there.map(({ key }) => key),
  );
  const problems: Diagnostic[] = [];
  let at = 0;
  let from = 0;
  for (const change of changes) {
    const count = change.value.length;
    if (change.removed)
      for (const landmark of wanted.slice(from, from + count))
        problems.push(missing(page, there[at], source, landmark));
    if (change.added) for (const landmark of there.slice(at, at + count)) problems.push(extra(page, landmark, source));
    if (!change.added) from += count;
    if (!change.removed) at += count;
  }
  return problems;
}

function missing(page: Outline, next: Landmark | undefined, source: Outline, landmark: Landmark): Diagnostic {
  const twin = `${source.path}:${source.positionAt(landmark.start).line}`;
  const message = `"${landmark.label}" is missing, which stands at ${twin}`;
  return problemIn(page, next?.start ?? page.text.length, {
    code: 'translation/missing-part',
    message,
    fix: 'put it before this place, as on the English page',
  });
}

const extra = (page: Outline, landmark: Landmark, source: Outline): Diagnostic =>
  problemIn(page, landmark.start, {
    code: 'translation/extra-part',
    message: `"${landmark.label}" is not at this place of ${source.path}`,
    fix: 'write what stands there, or take it out',
  });

function linkProblems(page: Outline, source: Outline): Diagnostic[] {
  return page.sections.flatMap((section, index) => {
    const twin = source.sections[index];
    if (twin === undefined) return [];
    const here = page.links.filter((link) => link.section === section.id);
    const wanted = source.links.filter((link) => link.section === twin.id).map(({ url }) => url);
    const unmatched = [...wanted];
    const added = here.filter(({ url }) => {
      const found = unmatched.indexOf(url);
      if (found !== -1) unmatched.splice(found, 1);
      return found === -1;
    });
    const fix = `link to what ${source.path}:${source.positionAt(twin.start).line} links to`;
    return [
      ...added.map(({ url, start }) =>
        problemIn(page, start, {
          code: 'translation/extra-link',
          message: `the English section has no link to "${url}"`,
          fix,
        }),
      ),
      ...unmatched.map((url) =>
        problemIn(page, section.start, {
          code: 'translation/missing-link',
          message: `this section has no link to "${url}"`,
          fix,
        }),
      ),
    ];
  });
}
