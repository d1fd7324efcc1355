import { freshnessOf, isFresh, type Freshness } from '../lib/chapter/freshness.ts';
import { translationsOf } from './book.ts';
import { defineCheck } from './check.ts';
import { problemOf } from './problem.ts';

export const translationFresh = defineCheck({
  name: 'translation-fresh',
  promise: 'every translation says what the English page says now, section by section',
  run: (book) =>
    translationsOf(book).flatMap(({ translation, source }) => {
      if (!translation.frontMatter.ok || !source.frontMatter.ok) return [];
      const freshness = freshnessOf(translation.frontMatter.value.sections, source.page, source.frontMatter.value);
      if (isFresh(freshness)) return [];
      const name = `${translation.locale} ${translation.id}`;
      if (freshness.unstamped) {
        const fix = `run: npm run translate -- stamp ${name}`;
        return [
          problemOf(translation.path, {
            code: 'translation/unstamped',
            message: 'this translation does not say which English text it translates',
            fix,
          }),
        ];
      }
      const fix = `run: npm run translate -- diff ${name}, translate what changed, then: npm run translate -- stamp ${name}`;
      return [
        problemOf(translation.path, {
          code: 'translation/stale',
          message: `the English page has moved on: ${describe(freshness)}`,
          fix,
        }),
      ];
    }),
});

/** Names the sections, as they are called in links. */
function describe({ changed, added, removed, reordered }: Freshness): string {
  const list = (ids: readonly string[], what: string) =>
    ids.length === 0 ? [] : [`${ids.map((id) => `"${id}"`).join(', ')} ${what}`];
  return [
    ...list(changed, 'changed'),
    ...list(added, 'is new'),
    ...list(removed, 'is gone'),
    ...(reordered ? ['the order is another'] : []),
  ].join('; ');
}
