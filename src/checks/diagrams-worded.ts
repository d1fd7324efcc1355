import { z } from 'zod';
import { drawDiagram } from '../lib/diagram/draw.ts';
import { nearest } from '../lib/diagnostics/nearest.ts';
import { parseYaml } from '../lib/diagnostics/yaml.ts';
import { allLocales } from '../lib/locale/locales.ts';
import type { Book, ReadableChapter } from './book.ts';
import type { Diagnostic, Result } from '../lib/diagnostics/diagnostic.ts';
import { defineCheck } from './check.ts';
import { problemIn, problemOf } from './problem.ts';

const text = z.string().min(1);
const wordsSchema = z.record(
  z.string(),
  z.strictObject({ title: text, description: text, labels: z.record(z.string(), text).default({}) }),
);
type Words = z.output<typeof wordsSchema>;

export const diagramsWorded = defineCheck({
  name: 'diagrams-worded',
  promise:
    'every diagram that a chapter shows is drawn, and has a word for each of its labels in the chapter’s language',
  run(book) {
    const perLocale = new Map(allLocales.map((locale) => [locale, readWords(book, locale)]));
    const shown = new Set<string>();
    const problems = book.readable.flatMap((chapter) =>
      diagramsOf(chapter).flatMap(({ id, start }) => {
        shown.add(id);
        const words = perLocale.get(chapter.locale);
        return words?.ok === true ? showing(book, chapter, id, start, words.value) : [];
      }),
    );
    const unreadable = [...perLocale.values()].flatMap((words) => (words.ok ? [] : words.diagnostics));
    const wordless = allLocales.flatMap((locale) => {
      const words = perLocale.get(locale);
      const strangers = words?.ok === true ? Object.keys(words.value).filter((id) => !book.diagrams.has(id)) : [];
      return strangers.map((id) =>
        problemOf(pathOf(locale), {
          code: 'diagram/no-drawing',
          message: `there is no drawing "${id}"`,
          fix: `draw content/diagrams/${id}.svg, or take the words out`,
        }),
      );
    });
    const unused = [...book.diagrams.keys()]
      .filter((id) => !shown.has(id))
      .map((id) =>
        problemOf(`content/diagrams/${id}.svg`, {
          severity: 'warning',
          code: 'diagram/unused',
          message: `no chapter shows "${id}"`,
          fix: `show it with <Diagram id="${id}" />, or delete it`,
        }),
      );
    return [...unreadable, ...problems, ...wordless, ...unused];
  },
});

const pathOf = (locale: string): string => `content/${locale}/diagrams.yaml`;

const diagramsOf = ({ page }: ReadableChapter): { id: string; start: number }[] =>
  page.components
    .filter(({ name }) => name === 'Diagram')
    .flatMap(({ attributes }) =>
      attributes.filter(({ name }) => name === 'id').map(({ value, start }) => ({ id: value ?? '', start })),
    );

function readWords(book: Book, locale: string): Result<Words> {
  const file = book.files.find(({ path }) => path === pathOf(locale));
  return file === undefined ? { ok: true, value: {} } : parseYaml(file.path, file.text, wordsSchema);
}

function showing(book: Book, { page, locale }: ReadableChapter, id: string, start: number, words: Words): Diagnostic[] {
  const say = (name: string, message: string, fix: string) =>
    problemIn(page, start, { code: `diagram/${name}`, message, fix });
  const template = book.diagrams.get(id);
  if (template === undefined) {
    const guess = nearest(id, book.diagrams.keys());
    return [
      say(
        'missing',
        `there is no diagram "${id}"`,
        guess === undefined ? `draw content/diagrams/${id}.svg` : `write "${guess}"`,
      ),
    ];
  }
  const own = words[id];
  if (own === undefined)
    return [
      say(
        'no-words',
        `diagram "${id}" has no words in ${pathOf(locale)}`,
        `add "${id}:" with title, description and labels`,
      ),
    ];
  const drawn = drawDiagram(id, template, own);
  if (typeof drawn === 'string') return [];
  return [
    ...drawn.missing.map((label) =>
      say(
        'missing-label',
        `diagram "${id}" has no word for {{${label}}}`,
        `add "${label}" under labels in ${pathOf(locale)}`,
      ),
    ),
    ...drawn.unused.map((label) =>
      say('unused-label', `diagram "${id}" asks for no "${label}"`, `take it out of ${pathOf(locale)}`),
    ),
  ];
}
