/** The site's languages in the order in which they are offered; English is the source. */
export const locales = {
  en: { lang: 'en', name: 'English', siteTitle: 'From Container to Cluster' },
  cs: { lang: 'cs', name: 'Čeština', siteTitle: 'Od kontejneru ke clusteru' },
  el: { lang: 'el', name: 'Ελληνικά', siteTitle: 'Από το container στο cluster' },
  ru: { lang: 'ru', name: 'Русский', siteTitle: 'От контейнера к кластеру' },
} as const;

export type Locale = keyof typeof locales;

export const sourceLocale: Locale = 'en';

export const allLocales = Object.keys(locales) as Locale[];

export const translatedLocales = allLocales.filter((locale) => locale !== sourceLocale);

/** Tells whether a word from a path or a command line is one of the site's locales. */
export const isLocale = (word: string): word is Locale => Object.hasOwn(locales, word);
