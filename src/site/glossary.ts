import type { Result } from '../lib/diagnostics/diagnostic.ts';
import { nearest } from '../lib/diagnostics/nearest.ts';
import { loadGlossary } from '../lib/glossary/glossary.ts';
import type { GlossaryEntry } from '../lib/glossary/schema.ts';
import type { Locale } from '../lib/locale/locales.ts';
import { problemAt } from './place.ts';
import { remember } from './remember.ts';
import { siteRoot } from './root.ts';

/** All terms by their ids. */
export const readGlossary = remember(() => loadGlossary(siteRoot));

/** One term in a language; the place is the component's, for the problem that there may be. */
export async function readTerm(id: string, locale: Locale, place?: string): Promise<Result<GlossaryEntry>> {
  const glossary = readGlossary();
  if (!glossary.ok) return glossary;
  const term = glossary.value[id]?.[locale];
  if (term !== undefined) return { ok: true, value: term };
  const guess = nearest(id, Object.keys(glossary.value));
  const fix = guess === undefined ? 'add it to content/glossary.yaml' : `write "${guess}"`;
  return { ok: false, diagnostics: [problemAt(place, 'site/no-term', `the glossary has no term "${id}"`, fix)] };
}
