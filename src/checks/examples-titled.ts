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
        ...missing.map((id) =>
          problemOf(path, { severity: 'warning', code: 'example/untitled', message: `example "${id}" has no title here, and readers see the English one`, fix: `add "${id}:" with what it proves` }),
        ),
        ...strangers.map((id) => {
          const guess = nearest(id, missing);
          return problemOf(path, { code: 'example/no-such-example', message: `there is no example "${id}"`, fix: guess === undefined ? 'take the line out' : `write "${guess}"` }, lineOf(file?.text ?? '', id));
        }),
      ];
    }),
});

const lineOf = (text: string, id: string): number => text.split('\n').findIndex((line) => line.startsWith(`${id}:`)) + 1 || 1;
