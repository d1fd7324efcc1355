import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { sourceLocale, type Locale } from '../lib/locale/locales.ts';
import { ContentError } from './content-error.ts';
import { siteRoot } from './root.ts';
import { readYamlFile } from './yaml-file.ts';

/** A part of the road with the chapters that are written. */
export interface RoadPart {
  readonly id: string;
  readonly title: Readonly<Record<Locale, string>>;
  readonly chapters: readonly string[];
}

const name = z.string().regex(/^[a-z0-9-]+$/);
const titles = z.strictObject({ en: z.string(), cs: z.string(), el: z.string(), ru: z.string() });
const curriculumSchema = z.strictObject({
  parts: z.array(z.strictObject({ id: name, title: titles, chapters: z.array(name) })),
});

/** The curriculum as a reader can walk it: chapters that nobody has written yet are left out, and parts without one. */
export async function road(): Promise<RoadPart[]> {
  const curriculum = await readYamlFile('content/curriculum.yaml', curriculumSchema);
  if (!curriculum.ok) throw new ContentError(curriculum.diagnostics);
  const parts = await Promise.all(
    curriculum.value.parts.map(async (part) => {
      const written = await Promise.all(part.chapters.map(isWritten));
      return { ...part, chapters: part.chapters.filter((_, index) => written[index]) };
    }),
  );
  return parts.filter((part) => part.chapters.length > 0);
}

const isWritten = (chapter: string): Promise<boolean> =>
  access(join(siteRoot, 'content', sourceLocale, `${chapter}.mdx`)).then(
    () => true,
    () => false,
  );
