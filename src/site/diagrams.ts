import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Result } from '../lib/diagnostics/diagnostic.ts';
import type { Locale } from '../lib/locale/locales.ts';
import { drawDiagram } from '../lib/diagram/draw.ts';
import { problemAt } from './place.ts';
import { remember } from './remember.ts';
import { siteRoot } from './root.ts';
import { readYamlFile } from './yaml-file.ts';

const diagramsSchema = z.record(
  z.string(),
  z.strictObject({
    title: z.string().min(1),
    description: z.string().min(1),
    labels: z.record(z.string(), z.string().min(1)).default({}),
  }),
);

const wordsIn = remember((locale: Locale) => readYamlFile(`content/${locale}/diagrams.yaml`, diagramsSchema, {}));

/** Reads a drawing and puts a language's words into it; the place is the component's, for the problem that there may be. */
export async function readDiagram(
  id: string,
  locale: Locale,
  place?: string,
): Promise<Result<{ title: string; svg: string }>> {
  const failed = (code: string, message: string, fix: string) =>
    ({ ok: false, diagnostics: [problemAt(place, code, message, fix)] }) as const;
  const template = await readFile(join(siteRoot, 'content/diagrams', `${id}.svg`), 'utf8').catch(() => undefined);
  if (template === undefined)
    return failed('diagram/missing', `there is no diagram "${id}"`, `draw content/diagrams/${id}.svg`);
  const file = `content/${locale}/diagrams.yaml`;
  const texts = await wordsIn(locale);
  if (!texts.ok) return texts;
  const words = texts.value[id];
  if (words === undefined)
    return failed(
      'diagram/no-words',
      `diagram "${id}" has no words in ${file}`,
      `add "${id}:" with title, description and labels`,
    );
  const drawn = drawDiagram(id, template, words);
  if (typeof drawn === 'string') return { ok: true, value: { title: words.title, svg: drawn } };
  const missing = drawn.missing.map((label) =>
    failed(
      'diagram/missing-label',
      `diagram "${id}" has no word for {{${label}}}`,
      `add "${label}" under labels in ${file}`,
    ),
  );
  const unused = drawn.unused.map((label) =>
    failed('diagram/unused-label', `diagram "${id}" asks for no "${label}"`, `take it out of ${file}`),
  );
  return { ok: false, diagnostics: [...missing, ...unused].flatMap(({ diagnostics }) => diagnostics) };
}
