import { codeMask } from '../lib/chapter/prose.ts';
import type { Diagnostic } from '../lib/diagnostics/diagnostic.ts';
import { fold, formPattern } from '../lib/glossary/forms.ts';
import { allLocales, type Locale } from '../lib/locale/locales.ts';
import type { Book } from './book.ts';
import { defineCheck } from './check.ts';
import { problemIn } from './problem.ts';
import { proseTexts } from './prose-texts.ts';

export const wordingKept = defineCheck({
  name: 'wording-kept',
  promise: 'no text uses a word that its language avoids',
  run(book) {
    const unreadable = [...book.wording.values()].flatMap((wording) => (wording.ok ? [] : wording.diagnostics));
    const avoided = new Map(allLocales.map((locale) => [locale, avoidedWords(book, locale)]));
    const found = proseTexts(book).flatMap((file) => {
      const searched = fold(withoutQuotations(file.prose), file.locale);
      return (avoided.get(file.locale) ?? []).flatMap(({ pattern, severity, fix }) =>
        [...searched.matchAll(pattern)].map((match) => {
          const word = file.text.slice(match.index, match.index + match[0].length);
          const message = `"${word}" is a word that this language avoids`;
          return problemIn(file, match.index, { severity, code: 'wording/avoided', message, fix });
        }),
      );
    });
    return [...unreadable, ...found];
  },
});

interface AvoidedWord {
  readonly pattern: RegExp;
  readonly severity: Diagnostic['severity'];
  readonly fix: string;
}

/** The words of the glossary and of the language's own list, each once, however many terms name it. */
function avoidedWords(book: Book, locale: Locale): AvoidedWord[] {
  const byForm = new Map<string, AvoidedWord>();
  const add = (forms: readonly string[] | undefined, severity: AvoidedWord['severity'], fix: string) => {
    for (const form of forms ?? [])
      if (!byForm.has(form)) byForm.set(form, { pattern: formPattern(form, locale), severity, fix });
  };
  for (const term of book.glossary.ok ? Object.values(book.glossary.value) : []) {
    add(term[locale].avoid, 'error', `write "${term[locale].term}"`);
    add(term[locale].doubt, 'warning', `write "${term[locale].term}", unless another sense is meant`);
  }
  const wording = book.wording.get(locale);
  for (const { avoid, doubt, write } of wording?.ok === true ? wording.value : []) {
    add(avoid, 'error', write);
    add(doubt, 'warning', write);
  }
  return [...byForm.values()];
}

/** A word in quotation marks is spoken of and not used. */
const withoutQuotations = (prose: string): string =>
  prose.replaceAll(/«[^»\n]{1,60}»|„[^“\n]{1,60}“|“[^”\n]{1,60}”/gu, (quotation) => codeMask.repeat(quotation.length));
