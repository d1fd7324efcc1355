import { createTwoFilesPatch } from 'diff';
import { styleText } from 'node:util';
import { loadBook } from '../../checks/load-book.ts';
import { sectionSource } from '../../lib/chapter/digest.ts';
import { freshnessOf, isFresh } from '../../lib/chapter/freshness.ts';
import type { Locale } from '../../lib/locale/locales.ts';
import { findSection, historyOf } from './history.ts';
import { findPair, type Pair } from './pair.ts';
import { colour, say, sayProblems } from './say.ts';

/** Prints what has changed on the English page since it was translated, section by section. */
export async function showDiff(root: string, locale: Locale, id: string): Promise<number> {
  const pair = findPair(await loadBook(root), locale, id);
  if (!pair.ok) return sayProblems(pair.diagnostics);
  const { translation, source } = pair.value;
  const freshness = freshnessOf(translation.head.sections, source.page, source.head);
  if (isFresh(freshness)) say(`${translation.path} is of the English page as it is now.`);
  if (freshness.unstamped)
    say(
      `${translation.path} is not stamped: nobody has said which English text it translates.`,
      `run: npm run translate -- stamp ${locale} ${id}`,
    );
  else {
    for (const section of freshness.changed) say(...changedSection(root, pair.value, section), '');
    for (const section of freshness.added) say(`## ${section}: new`, '', sourceNow(pair.value, section), '');
    for (const section of freshness.removed) say(`## ${section}: gone from the English page`, '');
    if (freshness.reordered) say('The sections are in another order now.', '');
  }
  return 0;
}

function sourceNow({ source }: Pair, id: string): string {
  const section = source.page.sections.find((candidate) => candidate.id === id);
  return section === undefined ? '' : sectionSource(source.page, section, source.head);
}

function changedSection(root: string, pair: Pair, id: string): string[] {
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
  const patch = createTwoFilesPatch('translated', 'now', `${then}\n`, `${now}\n`, '', '', { context: 2 });
  return [
    `## ${id}: changed`,
    '',
    ...patch
      .split('\n')
      .slice(1)
      .filter((line) => !/^(---|\+\+\+) /.test(line))
      .map(paint),
  ];
}

function paint(line: string): string {
  if (!colour) return line;
  if (line.startsWith('+')) return styleText('green', line);
  return line.startsWith('-') ? styleText('red', line) : line;
}
