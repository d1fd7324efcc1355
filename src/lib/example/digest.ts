import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a run writes into an example's folder, and so no input of it. */
const written = (name: string): boolean => name === 'receipt.json' || name.startsWith('transcripts/');

/** Lists the files that an example's run depends on, relative to its folder with forward slashes, sorted. */
export async function inputFiles(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(dir.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((name) => !written(name) && !name.split('/').includes('.DS_Store'))
    .toSorted();
}

/** Digests some files of a folder: names and bytes, in order; `sha256:` and 64 hex digits. */
export async function digestFiles(dir: string, names: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const name of names) {
    const bytes = await readFile(join(dir, name));
    hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  }
  return `sha256:${hash.digest('hex')}`;
}

/** Digests all that an example's run depends on in its own folder. */
export const digestInputs = async (dir: string): Promise<string> => digestFiles(dir, await inputFiles(dir));

/** Digests one text, such as a transcript's file. */
export const digestText = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;
