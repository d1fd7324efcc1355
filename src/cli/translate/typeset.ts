import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadBook } from '../../checks/load-book.ts';
import { proseTexts } from '../../checks/prose-texts.ts';
import type { Locale } from '../../lib/locale/locales.ts';
import { typeset } from '../../lib/typography/typeset.ts';
import { say, sayProblems } from './say.ts';

/** Mends the typography of a language's chapters and other texts, or of the named chapters. */
export async function typesetFiles(root: string, locale: Locale, ids: readonly string[]): Promise<number> {
  const book = await loadBook(root);
  const wanted = ids.map((id) => `content/${locale}/${id.replace(/^.*\/|\.mdx$/g, '')}.mdx`);
  const files = proseTexts(book).filter(
    (file) => file.locale === locale && (wanted.length === 0 || wanted.includes(file.path)),
  );
  const absent = wanted.filter((path) => !files.some((file) => file.path === path));
  for (const { path, text, prose } of files) {
    const done = typeset(text, prose, locale);
    if (done.mended === 0) continue;
    await writeFile(join(root, path), done.text);
    say(`${path}: mended ${done.mended} ${done.mended === 1 ? 'place' : 'places'}`);
  }
  if (files.length > 0) say(`${files.length} ${files.length === 1 ? 'file' : 'files'} looked at`);
  if (absent.length === 0) return 0;
  return sayProblems(
    absent.map((path) => ({
      path,
      line: 1,
      column: 1,
      severity: 'error',
      code: 'translation/missing',
      message: 'there is no such chapter, or it cannot be read',
      fix: 'run: npm run check',
    })),
  );
}
