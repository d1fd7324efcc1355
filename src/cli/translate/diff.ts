import { structuredPatch } from 'diff';
import { styleText } from 'node:util';
import { loadBook } from '../../checks/load-book.ts';
import { sectionSource } from '../../lib/chapter/digest.ts';
import { freshnessOf, isFresh } from '../../lib/chapter/freshness.ts';
import type { Locale } from '../../lib/locale/locales.ts';
import { done, type Outcome } from '../outcome.ts';
import { findSection, historyOf } from './history.ts';
import { findPair, type Pair } from './pair.ts';
import { sayProblems } from './say-problems.ts';

/** Says what has changed on the English page since it was translated, section by section. */
export async function showDiff(root: string, locale: Locale, id: string, colour: boolean): Promise<Outcome> {
  const pair = findPair(await loadBook(root), locale, id);
  if (!pair.ok) return sayProblems(pair.diagnostics);
  const { translation, source } = pair.value;
  const freshness = freshnessOf(translation.head.sections, source.page, source.head);
  if (isFresh(freshness)) return done(`${translation.path} is of the English page as it is now.`);
  if (freshness.unstamped)
    return done(
      `${translation.path} is not stamped: nobody has said which English text it translates.`,
      `run: npm run translate -- stamp ${locale} ${id}`,
    );
  return done(
    ...freshness.changed.flatMap((section) => [...changedSection(root, pair.value, section, colour), '']),
    ...freshness.added.flatMap((section) => [`## ${section}: new`, '', sourceNow(pair.value, section), '']),
    ...freshness.removed.flatMap((section) => [`## ${section}: gone from the English page`, '']),
    ...(freshness.reordered ? ['The sections are in another order now.', ''] : []),
  );
}

function sourceNow({ source }: Pair, id: string): string {
  const section = source.page.sections.find((candidate) => candidate.id === id);
  return section === undefined ? '' : sectionSource(source.page, section, source.head);
}

function changedSection(root: string, pair: Pair, id: string, colour: boolean): string[] {
  const { source, translation } = pair;
  const now = sourceNow(pair, id);
  const history = historyOf(root, source.path);
  const digest = translation.head.sections?.[id] ?? '';
  const then = history && findSection(history, source.path, id, digest);
  if (then === undefined) {
    const why =
      history === undefined
        ? 'there is no git history here to find the earlier text in'
        : 'the text that was translated was never committed';
    return [`## ${id}: changed, but ${why}. It reads now:`, '', now];
  }
  const { hunks } = structuredPatch('', '', `${then}\n`, `${now}\n`, '', '', { context: 2 });
  const lines = hunks.flatMap((hunk) => ['@@', ...hunk.lines]).slice(1);
  return [`## ${id}: changed`, '', ...lines.map((line) => (colour ? painted(line) : line))];
}

function painted(line: string): string {
  if (line.startsWith('+')) return styleText('green', line, { validateStream: false });
  return line.startsWith('-') ? styleText('red', line, { validateStream: false }) : line;
}
