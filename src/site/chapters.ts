import { getCollection } from 'astro:content';
import { sourceLocale, type Locale } from '../lib/locale/locales.ts';
import { provedExample, titleOf } from './examples.ts';
import { road } from './road.ts';

/** A chapter as the start page shows it. */
export interface ChapterCard {
  readonly id: string;
  readonly lang: Locale;
  readonly title: string;
  readonly description: string;
  readonly proofs: readonly { readonly id: string; readonly title: string; readonly lang: Locale }[];
}

/** Title, description and proofs of a chapter, in English where it is not translated. */
export async function chapterCard(id: string, locale: Locale): Promise<ChapterCard> {
  const entries = await getCollection('docs', (entry) => entry.id.endsWith(`/${id}`));
  const translated = entries.find((entry) => entry.id === `${locale}/${id}`);
  const entry = translated ?? entries.find((candidate) => candidate.id === `${sourceLocale}/${id}`);
  if (entry === undefined) throw new Error(`chapter "${id}" is on the road and not in the collection`);
  const proofs = await Promise.all(
    embeddedExamples(entry.body ?? '').filter((example) => !example.endsWith('-exercise')).map(async (example) => {
      const proved = await provedExample(example);
      if (!proved.ok) return [];
      const title = await titleOf(proved.value.example, locale);
      return [{ id: example, title: title.text, lang: title.lang }];
    }),
  );
  return { id, lang: translated === undefined ? sourceLocale : locale, title: entry.data.title, description: entry.data.description ?? '', proofs: proofs.flat() };
}

/** The chapters that show an example, in the order of the road. */
export async function chaptersWith(example: string, locale: Locale): Promise<ChapterCard[]> {
  const entries = await getCollection('docs', ({ id }) => id.startsWith(`${sourceLocale}/`));
  const holders = new Set(entries.filter(({ body = '' }) => embeddedExamples(body).includes(example)).map(({ id }) => id.slice(3)));
  const chapters = (await road()).flatMap((part) => part.chapters).filter((chapter) => holders.has(chapter));
  return Promise.all(chapters.map((chapter) => chapterCard(chapter, locale)));
}

/** The examples that a chapter shows, in its order. */
export function embeddedExamples(body: string): string[] {
  const uses = body.matchAll(/<(?:Listing|Terminal|Solution)\b[^>]*?\bexample="([^"]+)"|<Example\b[^>]*?\bid="([^"]+)"/g);
  return [...new Set([...uses].map(([, example, id]) => example ?? id ?? ''))];
}
