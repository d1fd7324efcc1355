import type { Book } from '../../checks/book.ts';
import { loadBook } from '../../checks/load-book.ts';
import { freshnessOf, isFresh } from '../../lib/chapter/freshness.ts';
import { locales, sourceLocale, translatedLocales, type Locale } from '../../lib/locale/locales.ts';
import { findPair } from './pair.ts';
import { say } from './say.ts';

interface Row {
  readonly id: string;
  readonly state: 'fresh' | 'stale' | 'missing' | 'unreadable';
  readonly detail: string;
}

/** Prints how each language stands to the English pages: a table, then what there is to do. */
export async function showStatus(root: string): Promise<number> {
  const book = await loadBook(root);
  const perLocale = translatedLocales.map((locale) => ({ locale, rows: rowsOf(book, locale) }));
  const states = ['fresh', 'stale', 'missing', 'unreadable'] as const;
  say(`${''.padEnd(12)}${states.map((state) => state.padStart(12)).join('')}`);
  for (const { locale, rows } of perLocale)
    say(
      `${locale} ${locales[locale].name}`.padEnd(12) +
        states.map((state) => String(rows.filter((row) => row.state === state).length).padStart(12)).join(''),
    );
  for (const { locale, rows } of perLocale) {
    const open = rows.filter(({ state }) => state !== 'fresh');
    if (open.length > 0)
      say(
        '',
        ...open.map(
          ({ id, state, detail }) => `${locale}  ${state.padEnd(10)}  ${id}${detail === '' ? '' : `  ${detail}`}`,
        ),
      );
  }
  return 0;
}

function rowsOf(book: Book, locale: Locale): Row[] {
  const order = book.curriculum.ok ? book.curriculum.value.chapters : [];
  const ids = book.chapters.filter((chapter) => chapter.locale === sourceLocale).map(({ id }) => id);
  return ids.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)).map((id) => rowOf(book, locale, id));
}

function rowOf(book: Book, locale: Locale, id: string): Row {
  if (!book.chapters.some((chapter) => chapter.id === id && chapter.locale === locale))
    return { id, state: 'missing', detail: '' };
  const pair = findPair(book, locale, id);
  if (!pair.ok) return { id, state: 'unreadable', detail: 'run: npm run check' };
  const { translation, source } = pair.value;
  const freshness = freshnessOf(translation.head.sections, source.page, source.head);
  if (isFresh(freshness)) return { id, state: 'fresh', detail: '' };
  if (freshness.unstamped) return { id, state: 'stale', detail: 'not stamped' };
  const changes = [
    ...freshness.changed,
    ...freshness.added.map((section) => `+${section}`),
    ...freshness.removed.map((section) => `-${section}`),
    ...(freshness.reordered ? ['(another order)'] : []),
  ];
  return { id, state: 'stale', detail: changes.join(' ') };
}
