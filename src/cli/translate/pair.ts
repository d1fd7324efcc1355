import { translationsOf, type Book, type ReadableChapter } from '../../checks/book.ts';
import type { FrontMatter } from '../../lib/chapter/schema.ts';
import type { Diagnostic, Result } from '../../lib/diagnostics/diagnostic.ts';
import { nearest } from '../../lib/diagnostics/nearest.ts';
import { sourceLocale, type Locale } from '../../lib/locale/locales.ts';

/** A chapter whose front matter can be read too. */
export interface Page extends ReadableChapter {
  readonly head: FrontMatter;
}

/** A translation and its English page. */
export interface Pair {
  readonly translation: Page;
  readonly source: Page;
}

/** Finds a translation and its English page, or says why they cannot be compared. */
export function findPair(book: Book, locale: Locale, id: string): Result<Pair> {
  const pair = translationsOf(book).find(({ translation }) => translation.id === id && translation.locale === locale);
  const heads = pair && [pair.translation, pair.source].map(({ frontMatter }) => frontMatter);
  const [own, english] = heads ?? [];
  if (pair !== undefined && own?.ok && english?.ok)
    return {
      ok: true,
      value: { translation: { ...pair.translation, head: own.value }, source: { ...pair.source, head: english.value } },
    };
  const chapters = book.chapters.filter(
    (chapter) => chapter.id === id && (chapter.locale === locale || chapter.locale === sourceLocale),
  );
  const unreadable = chapters
    .flatMap((chapter) => [chapter.outline, chapter.frontMatter])
    .flatMap((result) => (result.ok ? [] : result.diagnostics));
  if (unreadable.length > 0) return { ok: false, diagnostics: unreadable };
  return {
    ok: false,
    diagnostics: [
      absent(
        book,
        locale,
        id,
        chapters.some((chapter) => chapter.locale === sourceLocale),
      ),
    ],
  };
}

function absent(book: Book, locale: Locale, id: string, inEnglish: boolean): Diagnostic {
  const missing = inEnglish ? locale : sourceLocale;
  const guess = nearest(
    id,
    book.chapters.filter((chapter) => chapter.locale === missing).map((chapter) => chapter.id),
  );
  const fix = !inEnglish && guess !== undefined ? `write "${guess}"` : `write content/${missing}/${id}.mdx`;
  return {
    path: `content/${missing}/${id}.mdx`,
    line: 1,
    column: 1,
    severity: 'error',
    code: 'translation/missing',
    message: 'there is no such chapter',
    fix,
  };
}
