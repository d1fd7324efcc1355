import { isLocale, sourceLocale, type Locale } from '../../lib/locale/locales.ts';

/** Chooses the language that a browser likes best among those that there are: by weight, then by order; English where it likes none. */
export function preferredLocale(acceptLanguage: string | undefined): Locale {
  const wishes = (acceptLanguage ?? '').split(',').map((wish) => {
    const [range = '', ...parameters] = wish.split(';').map((part) => part.trim());
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    return { language: range.toLowerCase().split('-')[0] ?? '', weight: weight === undefined ? 1 : Number(weight) };
  });
  const known = wishes.filter(({ language, weight }) => isLocale(language) && weight > 0);
  return (known.toSorted((a, b) => b.weight - a.weight)[0]?.language as Locale | undefined) ?? sourceLocale;
}
