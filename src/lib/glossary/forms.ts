import type { Locale } from '../locale/locales.ts';

/**
 * Makes the pattern of one form as the glossary writes it: words in a row, each a stem that up to three letters may follow
 * (Czech "obraz" is obrazu, obrazem, obrazech), `stem*` any ending, `=word` this very word. A word of one or two letters stands for itself.
 */
export function formPattern(form: string, locale: Locale): RegExp {
  const words = fold(form, locale)
    .split(/[\s-]+/)
    .map((word) => {
      if (word.startsWith('=')) return escape(word.slice(1));
      if (word.endsWith('*')) return `${escape(word.slice(0, -1))}\\p{L}*`;
      return word.length <= 2 ? escape(word) : `${escape(word)}\\p{L}{0,3}`;
    });
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join('[\\s\\u00A0-]+')}(?![\\p{L}\\p{N}])`, 'giu');
}

/** Makes a text comparable: in Greek the accent moves with the ending, so it does not count. The length stays the same. */
export function fold(text: string, locale: Locale): string {
  if (locale !== 'el') return text;
  return [...text].map((character) => unaccented.get(character) ?? character).join('');
}

const unaccented: ReadonlyMap<string, string> = new Map(
  [...'άέήίόύώΐΰΆΈΉΊΌΎΏ'].map((accented) => [
    accented,
    accented.normalize('NFD').replace('\u0301', '').normalize('NFC'),
  ]),
);

const escape = (word: string): string => word.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
