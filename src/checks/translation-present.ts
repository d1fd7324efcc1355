import { sourceLocale, translatedLocales } from '../lib/locale/locales.ts';
import { defineCheck } from './check.ts';
import { problemOf } from './problem.ts';

export const translationPresent = defineCheck({
  name: 'translation-present',
  promise: 'every chapter is there in every language, and no language has a chapter of its own',
  run(book) {
    const ids = (locale: string) => book.chapters.filter((chapter) => chapter.locale === locale).map(({ id }) => id);
    const sources = ids(sourceLocale);
    const missing = translatedLocales.flatMap((locale) => {
      const there = ids(locale);
      return sources
        .filter((id) => !there.includes(id))
        .map((id) =>
          problemOf(`content/${locale}/${id}.mdx`, {
            severity: 'warning',
            code: 'translation/missing',
            message: `"${id}" is not translated, and readers are told so`,
            fix: `translate content/${sourceLocale}/${id}.mdx, then run: npm run translate -- stamp ${locale} ${id}`,
          }),
        );
    });
    const orphans = book.chapters
      .filter(({ id, locale }) => locale !== sourceLocale && !sources.includes(id))
      .map(({ id, path }) =>
        problemOf(path, {
          code: 'translation/no-source',
          message: `there is no English chapter "${id}"`,
          fix: `write content/${sourceLocale}/${id}.mdx, or delete this file`,
        }),
      );
    return [...missing, ...orphans];
  },
});
