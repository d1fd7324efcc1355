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

export const glossaryRespected = defineCheck({
  name: 'glossary-respected',
  promise: 'every <Term> is in the glossary and says it in the agreed word',
  run(book) {
    if (!book.glossary.ok) return book.glossary.diagnostics;
    return [...ownForms(book, book.glossary.value), ...termProblems(book, book.glossary.value)];
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
