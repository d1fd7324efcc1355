import { z } from 'zod';
import type { Result } from '../lib/diagnostics/diagnostic.ts';
import { nearest } from '../lib/diagnostics/nearest.ts';
import type { Locale } from '../lib/locale/locales.ts';
import { problemAt } from './place.ts';
import { readYamlFile } from './yaml-file.ts';

const entry = z.object({ term: z.string(), definition: z.string() });
const glossarySchema = z.record(z.string(), z.object({ en: entry, cs: entry, el: entry, ru: entry }));

/** What a reader sees of a term. */
export type Term = z.output<typeof entry>;

/** All terms by their ids. */
export const readGlossary = () => readYamlFile('content/glossary.yaml', glossarySchema, {});

/** One term in a language; the place is the component's, for the problem that there may be. */
export async function readTerm(id: string, locale: Locale, place?: string): Promise<Result<Term>> {
  const glossary = await readGlossary();
  if (!glossary.ok) return glossary;
  const term = glossary.value[id]?.[locale];
  if (term !== undefined) return { ok: true, value: term };
  const guess = nearest(id, Object.keys(glossary.value));
  const fix = guess === undefined ? 'add it to content/glossary.yaml' : `write "${guess}"`;
  return { ok: false, diagnostics: [problemAt(place, 'site/no-term', `the glossary has no term "${id}"`, fix)] };
}
