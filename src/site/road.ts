import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { loadCurriculum } from '../lib/curriculum/curriculum.ts';
import type { Part } from '../lib/curriculum/schema.ts';
import { sourceLocale } from '../lib/locale/locales.ts';
import { ContentError } from './content-error.ts';
import { remember } from './remember.ts';
import { siteRoot } from './root.ts';

/** The curriculum as a reader can walk it: chapters that nobody has written yet are left out, and parts without one. */
export const road = remember(async (): Promise<Part[]> => {
  const curriculum = loadCurriculum(siteRoot);
  if (!curriculum.ok) throw new ContentError(curriculum.diagnostics);
  const parts = await Promise.all(
    curriculum.value.parts.map(async (part) => {
      const written = await Promise.all(part.chapters.map(isWritten));
      return { ...part, chapters: part.chapters.filter((_, index) => written[index]) };
    }),
  );
  return parts.filter((part) => part.chapters.length > 0);
});

const isWritten = (chapter: string): Promise<boolean> =>
  access(join(siteRoot, 'content', sourceLocale, `${chapter}.mdx`)).then(
    () => true,
    () => false,
  );
