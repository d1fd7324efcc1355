import { codeMask, markupMask } from '../lib/chapter/prose.ts';
import { yamlValues } from '../lib/chapter/yaml-values.ts';
import { isLocale, type Locale } from '../lib/locale/locales.ts';
import type { Book, ContentFile } from './book.ts';

/** What readers read of a file in one language, at its own offsets, all else masked. */
export interface ProseText {
  readonly path: string;
  readonly text: string;
  readonly locale: Locale;
  readonly prose: string;
}

/** All prose of the book: chapters, and the words in the YAML files of content/, each in its language. */
export function proseTexts(book: Book): ProseText[] {
  return [
    ...book.readable.map(({ path, text, locale, prose }) => ({ path, text, locale, prose })),
    ...book.files.filter(({ path }) => !path.endsWith('/wording.yaml')).flatMap(inEachLanguage),
  ];
}

/** Keys of the glossary that hold forms of words, and words that are wrong. */
const wordLists = ['forms', 'avoid', 'doubt'];

/** A file of one language, or one whose paths name the language (`image.cs.definition`). */
function inEachLanguage({ path, text, locale }: ContentFile): ProseText[] {
  const values = yamlValues(text).flatMap((value) => {
    const own = locale ?? value.path.findLast(isLocale);
    const listed = value.path.some((key) => wordLists.includes(key)) || value.path.at(-1) === 'keep';
    return own === undefined || listed ? [] : [{ ...value, locale: own }];
  });
  const locales = [...new Set(values.map((value) => value.locale))];
  return locales.map((own) => {
    const out = text.replaceAll(/[^\n]/g, markupMask).split('');
    for (const { start, end } of values.filter((value) => value.locale === own))
      for (let at = start; at < end; at += 1) out[at] = text[at] ?? '';
    return {
      path,
      text,
      locale: own,
      prose: out.join('').replaceAll(/`[^`\n]*`|\{\w+\}/g, (code) => codeMask.repeat(code.length)),
    };
  });
}
