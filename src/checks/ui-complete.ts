import { z } from 'zod';
import { positionsOf } from '../lib/chapter/position.ts';
import { yamlValues } from '../lib/chapter/yaml-values.ts';
import type { Diagnostic } from '../lib/diagnostics/diagnostic.ts';
import { parseYaml } from '../lib/diagnostics/yaml.ts';
import { allLocales, locales, sourceLocale, type Locale } from '../lib/locale/locales.ts';
import type { Book } from './book.ts';
import { defineCheck } from './check.ts';
import { problemOf } from './problem.ts';

export const uiComplete = defineCheck({
  name: 'ui-complete',
  promise: 'every language has every word of the interface, in all its plural forms, with the same {places} to fill in',
  run(book) {
    const source = readUi(book, sourceLocale);
    if ('problems' in source) return source.problems;
    return allLocales.flatMap((locale) => {
      const ui = readUi(book, locale);
      return 'problems' in ui ? ui.problems : compare(locale, source, ui);
    });
  },
});

/** Texts by their dotted keys, each with its line. */
type Texts = ReadonlyMap<string, { readonly text: string; readonly line: number }>;

const uiPath = (locale: string): string => `content/${locale}/ui.yaml`;

function readUi(book: Book, locale: Locale): Texts | { readonly problems: readonly Diagnostic[] } {
  const path = uiPath(locale);
  const file = book.files.find((candidate) => candidate.path === path);
  if (file === undefined)
    return {
      problems: [
        problemOf(path, {
          code: 'ui/missing-file',
          message: 'this file is missing',
          fix: `write it after ${uiPath(sourceLocale)}`,
        }),
      ],
    };
  const parsed = parseYaml(path, file.text, z.record(z.string(), z.unknown()));
  if (!parsed.ok) return { problems: parsed.diagnostics };
  const positionAt = positionsOf(file.text);
  return new Map(
    yamlValues(file.text).map(({ path: keys, start, end }) => [
      keys.join('.'),
      { text: file.text.slice(start, end), line: positionAt(start).line },
    ]),
  );
}

const plurals = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** `search.results.few` → `search.results`, where that is a text with plural forms. */
function pluralKey(key: string, texts: Texts): string | undefined {
  const [, group, form] = /^(.*)\.(\w+)$/.exec(key) ?? [];
  return group !== undefined && plurals.includes(form ?? '') && texts.has(`${group}.other`) ? group : undefined;
}

/** The keys that a language needs, each with the English text that it stands for. */
function wantedKeys(locale: Locale, source: Texts): ReadonlyMap<string, string> {
  const forms = new Intl.PluralRules(locales[locale].lang).resolvedOptions().pluralCategories;
  return new Map(
    [...source].flatMap(([key, { text }]): [string, string][] => {
      const group = pluralKey(key, source);
      if (group === undefined) return [[key, text]];
      return key === `${group}.other` ? forms.map((form) => [`${group}.${form}`, text]) : [];
    }),
  );
}

const placesIn = (text: string): string =>
  [...text.matchAll(/\{\w+\}/g)]
    .map(([place]) => place)
    .toSorted()
    .join(' ') || 'nothing';

function compare(locale: Locale, source: Texts, texts: Texts): Diagnostic[] {
  const path = uiPath(locale);
  const wanted = wantedKeys(locale, source);
  const problems: Diagnostic[] = [];
  for (const [key, english] of wanted) {
    const own = texts.get(key);
    if (own === undefined || own.text.trim() === '')
      problems.push(
        problemOf(
          path,
          { code: 'ui/missing-key', message: `"${key}" is missing`, fix: `translate "${english}"` },
          own?.line,
        ),
      );
    else if (placesIn(own.text) !== placesIn(english))
      problems.push(
        problemOf(
          path,
          {
            code: 'ui/places',
            message: `"${key}" fills in ${placesIn(own.text)}, and the English text ${placesIn(english)}`,
            fix: 'use the same {places}',
          },
          own.line,
        ),
      );
  }
  for (const [key, { line }] of texts)
    if (!wanted.has(key))
      problems.push(
        problemOf(
          path,
          {
            code: 'ui/unknown-key',
            message: `"${key}" is no word of the interface in this language`,
            fix: `take it out, or add it to ${uiPath(sourceLocale)}`,
          },
          line,
        ),
      );
  return problems;
}
