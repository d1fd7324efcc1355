import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadBook } from '../../checks/load-book.ts';
import { sectionDigests } from '../../lib/chapter/digest.ts';
import { findParting, writeSections } from '../../lib/chapter/stamp.ts';
import type { Diagnostic, Result } from '../../lib/diagnostics/diagnostic.ts';
import { nearest } from '../../lib/diagnostics/nearest.ts';
import type { Locale } from '../../lib/locale/locales.ts';
import { done, together, type Outcome } from '../outcome.ts';
import { findPair, type Pair } from './pair.ts';
import { sayProblems } from './say-problems.ts';

/** Writes into each translation the digests of the English sections that it translates; of all sections, or of the named ones. */
export async function stampChapters(
  root: string,
  locale: Locale,
  ids: readonly string[],
  only: readonly string[],
): Promise<Outcome> {
  const book = await loadBook(root);
  return together(await Promise.all(ids.map((id) => stamp(root, findPair(book, locale, id), only))));
}

async function stamp(root: string, pair: Result<Pair>, only: readonly string[]): Promise<Outcome> {
  if (!pair.ok) return sayProblems(pair.diagnostics);
  const sections = sectionsFor(pair.value, only);
  if (!sections.ok) return sayProblems(sections.diagnostics);
  const { path, text } = pair.value.translation;
  const stamped = writeSections(text, sections.value);
  if (stamped === text) return done(`${path}: was stamped already`);
  await writeFile(join(root, path), stamped);
  return done(`${path}: stamped ${only.length > 0 ? only.join(', ') : `${sections.value.size} sections`}`);
}

function sectionsFor({ source, translation }: Pair, only: readonly string[]): Result<ReadonlyMap<string, string>> {
  const parting = findParting(source.page, translation.page);
  if (parting !== undefined) {
    const line = (page: Pair['source']['page'], start: number) => page.positionAt(start).line;
    const english =
      parting.source && `"${parting.source.title}" at ${source.path}:${line(source.page, parting.source.start)}`;
    const own = parting.translation && `"${parting.translation.title}"`;
    const message =
      english === undefined
        ? `the heading ${own} has no twin on the English page`
        : own === undefined
          ? `the heading ${english} is not translated`
          : `the heading ${own} is not of the level of ${english}`;
    const fix = 'give the translation the headings of the English page, in their order';
    return unlike(
      translation,
      parting.translation?.start ?? translation.text.length,
      'translation/headings',
      message,
      fix,
    );
  }
  const now = sectionDigests(source.page, source.head);
  const unknown = only.find((id) => !now.has(id));
  if (unknown !== undefined) {
    const guess = nearest(unknown, now.keys());
    return unlike(
      translation,
      0,
      'translation/no-section',
      `the English page has no section "${unknown}"`,
      `write one of: ${guess ?? [...now.keys()].join(', ')}`,
    );
  }
  if (only.length === 0) return { ok: true, value: now };
  // A section that nobody has stamped yet keeps a digest that fits no text, so that it stays stale.
  const then = translation.head.sections ?? {};
  return {
    ok: true,
    value: new Map([...now].map(([id, digest]) => [id, only.includes(id) ? digest : (then[id] ?? never)])),
  };
}

const never = '000000000000';

function unlike(
  { path, page }: Pair['translation'],
  offset: number,
  code: string,
  message: string,
  fix: string,
): Result<never> {
  const diagnostic: Diagnostic = { path, ...page.positionAt(offset), severity: 'error', code, message, fix };
  return { ok: false, diagnostics: [diagnostic] };
}
