import type { AstroGlobal } from 'astro';
import { isLocale, sourceLocale, type Locale } from '../lib/locale/locales.ts';

/** The language of what a component stands in: the chapter’s own, which on an untranslated page is English. */
export function contentLocale(astro: Pick<AstroGlobal, 'locals'>): Locale {
  const locale = astro.locals.starlightRoute.entryMeta.locale ?? '';
  return isLocale(locale) ? locale : sourceLocale;
}

/** The language of the page around it: the one in its address. */
export function pageLocale(astro: Pick<AstroGlobal, 'locals'>): Locale {
  const locale = astro.locals.starlightRoute.locale ?? '';
  return isLocale(locale) ? locale : sourceLocale;
}
