import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Result } from '../lib/diagnostics/diagnostic.ts';
import { nearest } from '../lib/diagnostics/nearest.ts';
import { parseYaml } from '../lib/diagnostics/yaml.ts';
import { inputFiles } from '../lib/example/digest.ts';
import { readReceipt } from '../lib/example/fresh.ts';
import type { Receipt } from '../lib/example/receipt.ts';
import { exampleSchema, type ExampleFile } from '../lib/example/schema.ts';
import { sourceLocale, type Locale } from '../lib/locale/locales.ts';
import { ContentError } from './content-error.ts';
import { evidenceProblems } from './evidence.ts';
import { problemAt } from './place.ts';
import { remember } from './remember.ts';
import { siteRoot } from './root.ts';
import { readYamlFile } from './yaml-file.ts';

/** An example as a page shows it. */
export interface ShownExample extends ExampleFile {
  readonly id: string;
  /** Absolute path of the folder. */
  readonly dir: string;
  /** The files that a page shows: all inputs of the run but example.yaml. */
  readonly files: readonly string[];
}

/** An example with the receipt that proves it. */
export interface ProvedExample {
  readonly example: ShownExample;
  readonly receipt: Receipt;
}

/** The ids of all examples, in alphabetical order. */
export const exampleIds = remember(async (): Promise<string[]> => {
  const entries = await readdir(join(siteRoot, 'examples'), { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
});

/** Reads an example, whether its evidence holds or not; the place is that of the component which asks. */
export async function readExample(id: string, place?: string): Promise<Result<ShownExample>> {
  const ids = await exampleIds();
  if (ids.includes(id)) return readFolder(id);
  const guess = nearest(id, ids);
  const fix = guess === undefined ? `run: npm run new -- example ${id} --tier run` : `write "${guess}"`;
  return { ok: false, diagnostics: [problemAt(place, 'site/no-example', `there is no example "${id}"`, fix)] };
}

const readFolder = remember(async (id: string): Promise<Result<ShownExample>> => {
  const dir = join(siteRoot, 'examples', id);
  const text = await readFile(join(dir, 'example.yaml'), 'utf8').catch(() => '');
  const file = parseYaml(`examples/${id}/example.yaml`, text, exampleSchema);
  if (!file.ok) return file;
  const files = (await inputFiles(dir)).filter((name) => name !== 'example.yaml');
  return { ok: true, value: { ...(file.value as ExampleFile), id, dir, files } };
});

/** Reads an example and its receipt, or says why a page may not show it. */
export async function provedExample(id: string, place?: string): Promise<Result<ProvedExample>> {
  const example = await readExample(id, place);
  if (!example.ok) return example;
  const stale = await evidenceProblems(id);
  if (stale.length > 0) return { ok: false, diagnostics: stale };
  return { ok: true, value: { example: example.value, receipt: (await readReceipt(example.value.dir)) as Receipt } };
}

/** Whether any image that the example ran on was built in the public one's place. */
export const onStandIns = (receipt: Receipt): boolean => receipt.images.some((image) => image.standIn);

const titlesIn = remember((locale: Locale) =>
  readYamlFile(`content/${locale}/examples.yaml`, z.record(z.string(), z.string().min(1)), {}),
);

/** An example's title in a language: from content/<locale>/examples.yaml, or the English one where it is not translated. */
export async function titleOf(example: ShownExample, locale: Locale): Promise<{ text: string; lang: Locale }> {
  if (locale === sourceLocale) return { text: example.title, lang: sourceLocale };
  const titles = await titlesIn(locale);
  if (!titles.ok) throw new ContentError(titles.diagnostics);
  const text = titles.value[example.id];
  return text === undefined ? { text: example.title, lang: sourceLocale } : { text, lang: locale };
}
