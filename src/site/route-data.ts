import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { isLocale, sourceLocale } from '../lib/locale/locales.ts';
import { isTranslated } from './chapters.ts';

/** Keeps an untranslated page out of the search of the language that it stands in for, and says of links in what language they are. */
export const onRequest = defineRouteMiddleware(async ({ locals }) => {
  const route = locals.starlightRoute;
  if (route.isFallback) route.entry.data.pagefind = false;
  await tellLanguages(route.sidebar);
});

/** A chapter that is not translated stands in the sidebar with its English title. */
async function tellLanguages(entries: StarlightRouteData['sidebar']): Promise<void> {
  for (const entry of entries) {
    if (entry.type === 'group') await tellLanguages(entry.entries);
    else {
      const [, locale = '', id = '', more] = entry.href.split('/');
      const isChapter = isLocale(locale) && more === '' && (await isTranslated(id, sourceLocale));
      if (isChapter && !(await isTranslated(id, locale))) entry.attrs['lang'] = sourceLocale;
    }
  }
}
