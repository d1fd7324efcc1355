import { getCollection } from 'astro:content';
import { sourceLocale, type Locale } from '../lib/locale/locales.ts';
import { provedExample, titleOf } from './examples.ts';
import { remember } from './remember.ts';
import { road } from './road.ts';

/** A chapter as other pages name it: in English where it is not translated. */
export interface ChapterCard {
  readonly id: string;
  readonly lang: Locale;
  readonly title: string;
  readonly description: string;
  /** The examples that it shows, in its order. */
  readonly examples: readonly string[];
}

const entriesById = remember(async () => new Map((await getCollection('docs')).map((entry) => [entry.id, entry])));

/** Whether a chapter is there in a language. */
export const isTranslated = async (id: string, locale: Locale): Promise<boolean> =>
  (await entriesById()).has(`${locale}/${id}`);

/** What the start page says of a chapter. */
export async function chapterCard(id: string, locale: Locale): Promise<ChapterCard> {
  const entries = await entriesById();
  const lang = entries.has(`${locale}/${id}`) ? locale : sourceLocale;
  const entry = entries.get(`${lang}/${id}`);
  if (entry === undefined) throw new Error(`chapter "${id}" is on the road and not in the collection`);
  const { title, description = '' } = entry.data;
  return { id, lang, title, description, examples: embeddedExamples(entry.body ?? '') };
}

/** What the examples of a chapter prove, but for the solutions of exercises. */
export async function proofsOf({ examples }: ChapterCard, locale: Locale) {
  const proofs = examples
    .filter((id) => !id.endsWith('-exercise'))
    .map(async (id) => {
      const proved = await provedExample(id);
      return proved.ok ? [{ id, title: await titleOf(proved.value.example, locale) }] : [];
    });
  return (await Promise.all(proofs)).flat();
}

/** The chapters that show an example, in the order of the road. */
export async function chaptersWith(example: string, locale: Locale): Promise<ChapterCard[]> {
  const chapters = (await road()).flatMap((part) => part.chapters);
  const cards = await Promise.all(chapters.map((chapter) => chapterCard(chapter, locale)));
  return cards.filter(({ examples }) => examples.includes(example));
}

/** The examples that a chapter shows, in its order. */
export function embeddedExamples(body: string): string[] {
  const uses = body.matchAll(
    /<(?:Listing|Terminal|Solution)\b[^>]*?\bexample="([^"]+)"|<Example\b[^>]*?\bid="([^"]+)"/g,
  );
  return [...new Set([...uses].map(([, example, id]) => example ?? id ?? ''))];
}
