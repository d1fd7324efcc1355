import type { AstroIntegration } from 'astro';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as pagefind from 'pagefind';
import { allLocales, translatedLocales } from '../../lib/locale/locales.ts';
import { proseWords } from '../../lib/search/vocabulary.ts';
import { groupWords, writeGroups, type GroupedLocale } from '../../lib/search/word-groups.ts';

/** Indexes the built pages, each in its language, and writes beside the index which words of a language are forms of one. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        const pages = await indexPages(site);
        const words = await Promise.all(
          translatedLocales.map((locale) => writeWordGroups(site, locale as GroupedLocale)),
        );
        logger.info(
          `${pages} pages and the forms of ${words.reduce((sum, count) => sum + count, 0)} words can be searched`,
        );
      },
    },
  };
}

async function indexPages(site: string): Promise<number> {
  const { index, errors } = await pagefind.createIndex({});
  if (index === undefined) throw new Error(`the search index cannot be made: ${errors.join('; ')}`);
  const added = await index.addDirectory({ path: site, glob: `{${allLocales.join(',')}}/**/*.html` });
  await index.writeFiles({ outputPath: join(site, 'pagefind') });
  await pagefind.close();
  return added.page_count;
}

async function writeWordGroups(site: string, locale: GroupedLocale): Promise<number> {
  const files = await readdir(join(site, locale), { recursive: true });
  const words = new Set<string>();
  for (const file of files.filter((name) => name.endsWith('.html')))
    for (const word of proseWords(await readFile(join(site, locale, file), 'utf8'), locale)) words.add(word);
  await mkdir(join(site, 'search'), { recursive: true });
  await writeFile(join(site, 'search', `${locale}.txt`), writeGroups(groupWords(words, locale)));
  return words.size;
}
