import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '../lib/diagnostics/diagnostic.ts';
import { nearest } from '../lib/diagnostics/nearest.ts';
import { excerpt, type Selector } from '../lib/listing/excerpt.ts';
import { languageOf } from '../lib/listing/language.ts';
import { readExample } from './examples.ts';
import { problemAt } from './place.ts';

/** What a `<Listing>` shows. */
export interface Listing {
  readonly code: string;
  /** As Shiki calls it. */
  readonly language: string;
  /** 1-based lines of the code that are marked. */
  readonly marked: readonly number[];
}

/** Reads a file of an example and cuts out what the selector names. */
export async function readListing(
  id: string,
  file: string,
  selector: Selector,
  place?: string,
): Promise<Result<Listing>> {
  const read = await readExample(id, place);
  if (!read.ok) return read;
  const example = read.value;
  const failed = (code: string, message: string, fix: string) =>
    ({ ok: false, diagnostics: [problemAt(place, code, message, fix)] }) as const;
  const files = [...example.files, 'example.yaml'];
  if (!files.includes(file)) {
    const guess = nearest(file, files);
    const fix = guess === undefined ? `write one of: ${example.files.join(', ')}` : `write "${guess}"`;
    return failed('listing/no-file', `example "${id}" has no file "${file}"`, fix);
  }
  const text = await readFile(join(example.dir, file), 'utf8');
  const cut = excerpt(file, text, selector);
  if ('message' in cut) return failed('listing/unresolved', cut.message, cut.fix);
  return { ok: true, value: { code: cut.lines.join('\n'), language: languageOf(file, text), marked: cut.marked } };
}
