import { z } from 'zod';
import { nearest } from '../lib/diagnostics/nearest.ts';
import { parseYaml } from '../lib/diagnostics/yaml.ts';
import { translatedLocales } from '../lib/locale/locales.ts';
import { defineCheck } from './check.ts';
import { problemOf } from './problem.ts';

const titles = z.record(z.string(), z.string().min(1));

export const examplesTitled = defineCheck({
  name: 'examples-titled',
  promise: 'every example has a title in every language, and no title lacks its example',
  run: (book) =>
    translatedLocales.flatMap((locale) => {
      const path = `content/${locale}/examples.yaml`;
      const file = book.files.find((candidate) => candidate.path === path);
      const parsed = parseYaml(path, file?.text ?? '{}', titles);
      if (!parsed.ok) return parsed.diagnostics;
      const ids = [...book.examples.keys()];
      const missing = ids.filter((id) => parsed.value[id] === undefined);
      const strangers = Object.keys(parsed.value).filter((id) => !book.examples.has(id));
      return [
        ...(missing.length === 0 ? [] : [untitled(path, missing)]),
        ...strangers.map((id) => {
          const guess = nearest(id, missing);
          return problemOf(
            path,
            {
              code: 'example/no-such-example',
              message: `there is no example "${id}"`,
              fix: guess === undefined ? 'take the line out' : `write "${guess}"`,
            },
            lineOf(file?.text ?? '', id),
          );
        }),
      ];
    }),
});

/** One complaint for a language, however many examples have been added since. */
const untitled = (path: string, ids: readonly string[]) =>
  problemOf(path, {
    severity: 'warning',
    code: 'example/untitled',
    message: `readers see the English titles of ${ids.map((id) => `"${id}"`).join(', ')}`,
    fix: `add "${ids[0]}:" with what it proves${ids.length > 1 ? ', and so on' : ''}`,
  });

const lineOf = (text: string, id: string): number =>
  text.split('\n').findIndex((line) => line.startsWith(`${id}:`)) + 1 || 1;
