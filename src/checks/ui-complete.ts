import { z } from 'zod';
import type { Diagnostic } from '../lib/diagnostics/diagnostic.ts';
import { parseYaml } from '../lib/diagnostics/yaml.ts';
import { allLocales, sourceLocale } from '../lib/locale/locales.ts';
import type { Book } from './book.ts';
import { defineCheck } from './check.ts';
import { problemOf } from './problem.ts';

export const uiComplete = defineCheck({
  name: 'ui-complete',
  promise: 'every language has every word of the interface, with the same {places} to fill in',
  run(book) {
    const source = readUi(book, sourceLocale);
    if (!('texts' in source)) return source.problems;
    return allLocales
      .filter((locale) => locale !== sourceLocale)
      .flatMap((locale) => {
        const ui = readUi(book, locale);
        return 'texts' in ui ? compare(uiPath(locale), source.texts, ui.texts) : ui.problems;
      });
  },
});

/** Texts by their dotted keys. */
type Texts = ReadonlyMap<string, string>;

const uiPath = (locale: string): string => `content/${locale}/ui.yaml`;

function readUi(book: Book, locale: string): { readonly texts: Texts } | { readonly problems: readonly Diagnostic[] } {
  const path = uiPath(locale);
  const file = book.files.find((candidate) => candidate.path === path);
  if (file === undefined) return { problems: [problemOf(path, { code: 'ui/missing-file', message: 'this file is missing', fix: `write it after ${uiPath(sourceLocale)}` })] };
  const parsed = parseYaml(path, file.text, z.record(z.string(), z.unknown()));
  return parsed.ok ? { texts: new Map(flatten(parsed.value, '')) } : { problems: parsed.diagnostics };
}

function flatten(value: unknown, key: string): [string, string][] {
  if (typeof value !== 'object' || value === null) return [[key, String(value ?? '')]];
  return Object.entries(value).flatMap(([name, inner]) => flatten(inner, key === '' ? name : `${key}.${name}`));
}

function compare(path: string, source: Texts, texts: Texts): Diagnostic[] {
  const english = uiPath(sourceLocale);
  const missing = [...source.keys()].filter((key) => !texts.get(key));
  const strangers = [...texts.keys()].filter((key) => !source.has(key));
  const places = (text: string | undefined) => [...(text ?? '').matchAll(/\{\w+\}/g)].map(([place]) => place).toSorted().join(' ');
  const unlike = [...source].filter(([key, text]) => texts.get(key) && places(text) !== places(texts.get(key)));
  return [
    ...missing.map((key) => problemOf(path, { code: 'ui/missing-key', message: `"${key}" is missing`, fix: `translate "${source.get(key)}"` })),
    ...strangers.map((key) => problemOf(path, { code: 'ui/unknown-key', message: `"${key}" is not in ${english}`, fix: 'take it out' })),
    ...unlike.map(([key, text]) =>
      problemOf(path, { code: 'ui/places', message: `"${key}" fills in ${places(texts.get(key)) || 'nothing'}, and the English text ${places(text) || 'nothing'}`, fix: 'use the same {places}' }),
    ),
  ];
}
