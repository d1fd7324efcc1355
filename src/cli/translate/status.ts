import type { Book } from '../../checks/book.ts';
import { loadBook } from '../../checks/load-book.ts';
import { freshnessOf, isFresh } from '../../lib/chapter/freshness.ts';
import { locales, sourceLocale, translatedLocales, type Locale } from '../../lib/locale/locales.ts';
import { done, type Outcome } from '../outcome.ts';
import { findPair } from './pair.ts';

const states = ['fresh', 'stale', 'missing', 'unreadable'] as const;

interface Row {
  readonly id: string;
  readonly state: (typeof states)[number];
  readonly detail: string;
}

/** Says how each language stands to the English pages: a table, then what there is to do. */
export async function showStatus(root: string): Promise<Outcome> {
  const book = await loadBook(root);
  const languages = translatedLocales.map((locale) => ({ locale, rows: rowsOf(book, locale) }));
  const head = ''.padEnd(12) + states.map((state) => state.padStart(12)).join('');
  const counts = languages.map(({ locale, rows }) => {
    const cells = states.map((state) => String(rows.filter((row) => row.state === state).length).padStart(12));
    return `${locale} ${locales[locale].name}`.padEnd(12) + cells.join('');
  });
  const open = languages.flatMap(({ locale, rows }) => {
    const lines = rows
      .filter(({ state }) => state !== 'fresh')
      .map(({ id, state, detail }) => `${locale}  ${state.padEnd(10)}  ${id}  ${detail}`.trimEnd());
    return lines.length === 0 ? [] : ['', ...lines];
  });
  return done(head, ...counts, ...open);
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
