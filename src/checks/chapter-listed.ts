import { curriculumPath } from '../lib/curriculum/curriculum.ts';
import { nearest } from '../lib/diagnostics/nearest.ts';
import { sourceLocale } from '../lib/locale/locales.ts';
import { defineCheck } from './check.ts';
import { problemOf } from './problem.ts';

export const chapterListed = defineCheck({
  name: 'chapter-listed',
  promise: 'the curriculum lists every chapter once, and every chapter that it lists is written in English',
  run(book) {
    if (!book.curriculum.ok) return book.curriculum.diagnostics;
    const { chapters, lines } = book.curriculum.value;
    const written = book.chapters.filter(({ locale }) => locale === sourceLocale).map(({ id }) => id);
    const unwritten = chapters.filter((id) => !written.includes(id));
    return [
      ...unwritten.map((id) => {
        const guess = nearest(
          id,
          written.filter((other) => !chapters.includes(other)),
        );
        const fix = guess === undefined ? `write content/${sourceLocale}/${id}.mdx` : `write "${guess}"`;
        return problemOf(
          curriculumPath,
          { code: 'curriculum/no-chapter', message: `there is no chapter "${id}"`, fix },
          lines.get(id),
        );
      }),
      ...book.chapters
        .filter(({ id, locale }) => locale === sourceLocale && !chapters.includes(id))
        .map(({ id, path }) =>
          problemOf(path, {
            code: 'curriculum/unlisted',
            message: `chapter "${id}" is not in the curriculum`,
            fix: `add "${id}" to its part in ${curriculumPath}`,
          }),
        ),
    ];
  },
});
