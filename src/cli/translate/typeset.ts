import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadBook } from '../../checks/load-book.ts';
import { proseTexts } from '../../checks/prose-texts.ts';
import type { Diagnostic } from '../../lib/diagnostics/diagnostic.ts';
import type { Locale } from '../../lib/locale/locales.ts';
import { typeset } from '../../lib/typography/typeset.ts';
import { done, type Outcome } from '../outcome.ts';
import { sayProblems } from './say-problems.ts';

/** Mends the typography of a language's chapters and other texts, or of the named chapters. */
export async function typesetFiles(root: string, locale: Locale, ids: readonly string[]): Promise<Outcome> {
  const book = await loadBook(root);
  const wanted = ids.map((id) => `content/${locale}/${id}.mdx`);
  const files = proseTexts(book).filter(
    (file) => file.locale === locale && (wanted.length === 0 || wanted.includes(file.path)),
  );
  const absent = wanted.filter((path) => !files.some((file) => file.path === path));
  if (absent.length > 0) return sayProblems(absent.map(unreadable));
  const lines: string[] = [];
  for (const { path, text, prose } of files) {
    const { text: result, mended } = typeset(text, prose, locale);
    if (mended === 0) continue;
    await writeFile(join(root, path), result);
    lines.push(`${path}: mended ${mended} ${mended === 1 ? 'place' : 'places'}`);
  }
  return done(...(lines.length > 0 ? lines : ['there was nothing to mend']));
}

const unreadable = (path: string): Diagnostic => ({
  path,
  line: 1,
  column: 1,
  severity: 'error',
  code: 'translation/missing',
  message: 'there is no such chapter, or it cannot be read',
  fix: 'run: npm run check',
});
