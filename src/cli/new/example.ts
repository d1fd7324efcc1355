import { access, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Misuse } from '../misuse.ts';

const templates = fileURLToPath(new URL('templates/', import.meta.url));

/** The kinds of example that there is a template for. */
export const tiers = ['run', 'build', 'compose', 'cluster', 'helm'] as const;

/** Writes the folder of a new example that runs as it stands; answers with the paths of its files. */
export async function newExample(root: string, id: string, tier: string): Promise<string[]> {
  if (!/^[a-z][a-z0-9-]*$/.test(id))
    throw new Misuse(`"${id}" is no name for a folder: use lower-case letters, digits and dashes`);
  if (!(tiers as readonly string[]).includes(tier))
    throw new Misuse(`"${tier}" is no tier: there are ${tiers.join(', ')}`);
  const folder = `examples/${id}`;
  if (await exists(join(root, folder))) throw new Misuse(`${folder} is there already`);
  const source = join(templates, tier);
  const names = (await readdir(source, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(source.length + 1));
  for (const name of names) {
    const path = join(root, folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, (await readFile(join(source, name), 'utf8')).replaceAll('{{id}}', id));
  }
  return names.map((name) => `${folder}/${name}`).toSorted();
}

/** Tells whether there is a file or folder at a path. */
export const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
