import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { allLocales } from './lib/locale/locales.ts';
import { siteRoot } from './site/root.ts';
import { readUi } from './site/ui.ts';

const chapter = z.object({
  description: z.string().min(1),
  sections: z
    .record(z.string(), z.string())
    .optional()
    .describe('In a translation: section id → digest of the English section that it translates'),
});

/** The theme's own words where the site has better ones. */
async function themeWords() {
  const words = await Promise.all(allLocales.map((locale) => readUi(locale)));
  return allLocales.map((id, index) => {
    const { aside, notFound } = words[index] as Awaited<ReturnType<typeof readUi>>;
    return {
      id,
      'aside.note': aside.note,
      'aside.tip': aside.tip,
      'aside.caution': aside.caution,
      '404.text': notFound.text,
    };
  });
}

export const collections = {
  docs: defineCollection({
    loader: glob({ base: pathToFileURL(join(siteRoot, 'content/')), pattern: `{${allLocales.join(',')}}/*.mdx` }),
    schema: docsSchema({ extend: chapter }),
  }),
  i18n: defineCollection({ loader: themeWords, schema: i18nSchema() }),
};
