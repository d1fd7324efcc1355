import { z } from 'zod';
import { allLocales, type Locale } from '../locale/locales.ts';

const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'use lower-case letters, digits and dashes, and no number first');
const title = z.strictObject(
  Object.fromEntries(allLocales.map((locale) => [locale, z.string().min(1)])) as Record<Locale, z.ZodString>,
);

/** `content/curriculum.yaml`: the only place where the order of the chapters exists. */
export const curriculumSchema = z.strictObject({
  parts: z
    .array(
      z.strictObject({
        id,
        title: title.describe('The part’s name in each language'),
        chapters: z.array(id).describe('Chapter ids in the order in which they are read'),
      }),
    )
    .min(1),
});

/** The road from the first chapter to the last. */
export interface Curriculum {
  readonly parts: readonly Part[];
  /** All chapter ids in the order in which they are read. */
  readonly chapters: readonly string[];
  /** 1-based line of each chapter's id in the file. */
  readonly lines: ReadonlyMap<string, number>;
}

export interface Part {
  readonly id: string;
  readonly title: Readonly<Record<Locale, string>>;
  readonly chapters: readonly string[];
}
