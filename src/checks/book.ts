import type { Outline } from '../lib/chapter/outline.ts';
import type { FrontMatter } from '../lib/chapter/schema.ts';
import type { Curriculum } from '../lib/curriculum/schema.ts';
import type { Diagnostic, Result } from '../lib/diagnostics/diagnostic.ts';
import type { Example } from '../lib/example/load.ts';
import type { Glossary, Wording } from '../lib/glossary/schema.ts';
import { sourceLocale, type Locale } from '../lib/locale/locales.ts';

/** A chapter in one language. */
export interface Chapter {
  readonly id: string;
  readonly locale: Locale;
  readonly path: string;
  readonly text: string;
  readonly frontMatter: Result<FrontMatter>;
  readonly outline: Result<Outline>;
}

/** A chapter whose MDX can be read: what most checks look at. */
export interface ReadableChapter extends Chapter {
  readonly page: Outline;
  /** The prose at its own offsets, all else masked. */
  readonly prose: string;
}

/** A folder of `examples/`, with what its receipt is worth. */
export interface ExampleFolder {
  readonly id: string;
  readonly example: Result<Example>;
  readonly evidence: readonly Diagnostic[];
  readonly transcripts: readonly string[];
}

/** Another text of `content/` that readers read. */
export interface ContentFile {
  readonly path: string;
  readonly text: string;
  /** Undefined for a file that serves all languages. */
  readonly locale: Locale | undefined;
}

/** All of content and examples, read once for all checks. */
export interface Book {
  readonly root: string;
  readonly curriculum: Result<Curriculum>;
  readonly glossary: Result<Glossary>;
  readonly wording: ReadonlyMap<Locale, Result<Wording>>;
  readonly chapters: readonly Chapter[];
  readonly readable: readonly ReadableChapter[];
  readonly files: readonly ContentFile[];
  /** Drawings by id. */
  readonly diagrams: ReadonlyMap<string, string>;
  readonly examples: ReadonlyMap<string, ExampleFolder>;
}

/** The English page of each chapter that has one and that can be read. */
export const sourcesOf = (book: Book): ReadonlyMap<string, ReadableChapter> =>
  new Map(book.readable.filter(({ locale }) => locale === sourceLocale).map((chapter) => [chapter.id, chapter]));

/** Each readable translation with its English page. */
export function translationsOf(
  book: Book,
): { readonly translation: ReadableChapter; readonly source: ReadableChapter }[] {
  const sources = sourcesOf(book);
  return book.readable.flatMap((translation) => {
    const source = sources.get(translation.id);
    return translation.locale === sourceLocale || source === undefined ? [] : [{ translation, source }];
  });
}
