import { codeMask } from '../lib/chapter/prose.ts';
import { yamlValues } from '../lib/chapter/yaml-values.ts';
import { nearest } from '../lib/diagnostics/nearest.ts';
import type { Diagnostic } from '../lib/diagnostics/diagnostic.ts';
import { fold, formPattern } from '../lib/glossary/forms.ts';
import { glossaryPath } from '../lib/glossary/glossary.ts';
import type { Glossary } from '../lib/glossary/schema.ts';
import { allLocales, type Locale } from '../lib/locale/locales.ts';
import type { Book } from './book.ts';
import { defineCheck } from './check.ts';
import { problemIn } from './problem.ts';
import { proseTexts } from './prose-texts.ts';

export const glossaryRespected = defineCheck({
  name: 'glossary-respected',
  promise:
    'every <Term> is in the glossary and says it in the agreed word, and no text uses a word that the language avoids',
  run(book) {
    if (!book.glossary.ok) return book.glossary.diagnostics;
    const unreadable = [...book.wording.values()].flatMap((wording) => (wording.ok ? [] : wording.diagnostics));
    return [
      ...unreadable,
      ...ownForms(book, book.glossary.value),
      ...termProblems(book, book.glossary.value),
      ...wrongWords(book, book.glossary.value),
    ];
  },
});

const matches = (text: string, forms: readonly string[], locale: Locale): boolean =>
  forms.some((form) => formPattern(form, locale).test(fold(text, locale)));

/** A term that its own forms do not allow could never be used. */
function ownForms(book: Book, glossary: Glossary): Diagnostic[] {
  const text = book.files.find(({ path }) => path === glossaryPath)?.text ?? '';
  const places = new Map(yamlValues(text).map(({ path, start }) => [path.join('.'), start]));
  return Object.entries(glossary).flatMap(([id, term]) =>
    allLocales
      .filter((locale) => !matches(term[locale].term, term[locale].forms ?? [term[locale].term], locale))
      .map((locale) => {
        const message = `the forms of "${id}" in "${locale}" do not allow "${term[locale].term}"`;
        return problemIn({ path: glossaryPath, text }, places.get(`${id}.${locale}.term`) ?? 0, {
          code: 'glossary/forms',
          message,
          fix: 'add its stem to forms:',
        });
      }),
  );
}

function termProblems(book: Book, glossary: Glossary): Diagnostic[] {
  return book.readable.flatMap(({ page, locale }) =>
    page.components
      .filter(({ name }) => name === 'Term')
      .flatMap(({ attributes, text, start }) => {
        const id = attributes.find(({ name }) => name === 'id')?.value ?? '';
        const entry = glossary[id]?.[locale];
        if (entry === undefined) {
          const guess = nearest(id, Object.keys(glossary));
          const fix = guess === undefined ? `add "${id}:" to ${glossaryPath} in all languages` : `write "${guess}"`;
          return [
            problemIn(page, start, { code: 'glossary/no-term', message: `the glossary has no term "${id}"`, fix }),
          ];
        }
        const forms = entry.forms ?? [entry.term];
        if (matches(text, forms, locale)) return [];
        const fix = `write a form of "${entry.term}", or allow the word under forms: of "${id}" in ${glossaryPath}`;
        return [
          problemIn(page, start, {
            code: 'glossary/other-word',
            message: `"${text}" is not the agreed word for "${id}"`,
            fix,
          }),
        ];
      }),
  );
}

interface WrongWord {
  readonly pattern: RegExp;
  readonly severity: Diagnostic['severity'];
  readonly fix: string;
}

function wrongWords(book: Book, glossary: Glossary): Diagnostic[] {
  const lists = new Map(allLocales.map((locale) => [locale, wrongWordsOf(book, glossary, locale)]));
  return proseTexts(book).flatMap((file) => {
    const searched = fold(withoutQuotations(file.prose), file.locale);
    return (lists.get(file.locale) ?? []).flatMap(({ pattern, severity, fix }) =>
      [...searched.matchAll(pattern)].map((match) => {
        const found = file.text.slice(match.index, match.index + match[0].length);
        return problemIn(file, match.index, {
          severity,
          code: 'glossary/wrong-word',
          message: `"${found}" is a word that this language avoids`,
          fix,
        });
      }),
    );
  });
}

/** Each form once, however many terms name it. */
function wrongWordsOf(book: Book, glossary: Glossary, locale: Locale): WrongWord[] {
  const byForm = new Map<string, WrongWord>();
  const add = (forms: readonly string[] | undefined, severity: WrongWord['severity'], fix: string) => {
    for (const form of forms ?? [])
      if (!byForm.has(form)) byForm.set(form, { pattern: formPattern(form, locale), severity, fix });
  };
  for (const term of Object.values(glossary)) {
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
