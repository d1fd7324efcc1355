import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadBook } from '../../checks/load-book.ts';
import { sectionDigests } from '../../lib/chapter/digest.ts';
import { findParting, writeSections } from '../../lib/chapter/stamp.ts';
import type { Diagnostic, Result } from '../../lib/diagnostics/diagnostic.ts';
import { nearest } from '../../lib/diagnostics/nearest.ts';
import type { Locale } from '../../lib/locale/locales.ts';
import { findPair, type Pair } from './pair.ts';
import { say, sayProblems } from './say.ts';

/** Writes into each translation the digests of the English sections that it translates; of all sections, or of the named ones. */
export async function stamp(
  root: string,
  locale: Locale,
  ids: readonly string[],
  only: readonly string[],
): Promise<number> {
  const book = await loadBook(root);
  let exitCode = 0;
  for (const id of ids) {
    const pair = findPair(book, locale, id);
    const sections = pair.ok ? sectionsFor(pair.value, only) : pair;
    if (!pair.ok || !sections.ok) {
      exitCode = sayProblems(sections.ok ? [] : sections.diagnostics);
      continue;
    }
    const { path, text } = pair.value.translation;
    const stamped = writeSections(text, sections.value);
    if (stamped !== text) await writeFile(join(root, path), stamped);
    say(
      `${path}: ${stamped === text ? 'was stamped already' : `stamped ${only.length > 0 ? only.join(', ') : `${sections.value.size} sections`}`}`,
    );
  }
  return exitCode;
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
    return refused(
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
    return refused(
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

function refused(
  { path, page }: Pair['translation'],
  offset: number,
  code: string,
  message: string,
  fix: string,
): Result<never> {
  const diagnostic: Diagnostic = { path, ...page.positionAt(offset), severity: 'error', code, message, fix };
  return { ok: false, diagnostics: [diagnostic] };
}
