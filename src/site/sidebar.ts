import type { StarlightUserConfig } from '@astrojs/starlight/types';
import { allLocales, sourceLocale, type Locale } from '../lib/locale/locales.ts';
import { road } from './road.ts';
import { readUi } from './ui.ts';

type Sidebar = NonNullable<StarlightUserConfig['sidebar']>;

/** The sidebar: the road, part by part, then what every language has beside it. */
export async function sidebar(): Promise<Sidebar> {
  const parts = await road();
  return [
    ...parts.map((part) => ({
      label: part.title[sourceLocale],
      translations: part.title,
      items: part.chapters.map((slug) => ({ slug })),
    })),
    { label: await label(sourceLocale, 'examples'), translations: await labels('examples'), link: '/examples/' },
    { label: await label(sourceLocale, 'glossary'), translations: await labels('glossary'), link: '/glossary/' },
  ];
}

type Page = 'examples' | 'glossary';

const label = async (locale: Locale, page: Page): Promise<string> => (await readUi(locale))[page].title;

async function labels(page: Page): Promise<Record<string, string>> {
  const entries = await Promise.all(allLocales.map(async (locale) => [locale, await label(locale, page)] as const));
  return Object.fromEntries(entries);
}
