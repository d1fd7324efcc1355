import { docsSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { allLocales } from './lib/locale/locales.ts';
import { siteRoot } from './site/root.ts';

const chapter = z.object({
  description: z.string().min(1),
  sections: z.record(z.string(), z.string()).optional().describe('In a translation: section id → digest of the English section that it translates'),
});

export const collections = {
  docs: defineCollection({
    loader: glob({
      base: pathToFileURL(join(siteRoot, 'content/')),
      pattern: `{${allLocales.join(',')}}/*.mdx`,
    }),
    schema: docsSchema({ extend: chapter }),
  }),
};
