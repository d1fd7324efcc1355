import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { curriculumPath, loadCurriculum } from '../../lib/curriculum/curriculum.ts';
import { addChapter } from '../../lib/curriculum/add-chapter.ts';
import { sourceLocale } from '../../lib/locale/locales.ts';
import { Misuse } from '../misuse.ts';
import { exists } from './example.ts';

const template = new URL('templates/chapter.mdx', import.meta.url);

/** Writes a new English chapter and puts it at the end of a part of the curriculum; answers with the paths that it wrote. */
export async function newChapter(root: string, id: string, part: string): Promise<string[]> {
  if (!/^[a-z][a-z0-9-]*$/.test(id))
    throw new Misuse(`"${id}" is no name for a chapter: use lower-case letters, digits and dashes`);
  const path = `content/${sourceLocale}/${id}.mdx`;
  if (await exists(join(root, path))) throw new Misuse(`${path} is there already`);
  const curriculum = loadCurriculum(root);
  if (!curriculum.ok) throw new Misuse(`${curriculumPath} has problems: run npm run check`);
  const parts = curriculum.value.parts.map((known) => known.id);
  if (!parts.includes(part)) throw new Misuse(`there is no part "${part}": there are ${parts.join(', ')}`);
  const text = await readFile(template, 'utf8');
  await writeFile(join(root, path), text.replaceAll('{{id}}', id).replaceAll('{{title}}', titleOf(id)));
  if (curriculum.value.chapters.includes(id)) return [path];
  await writeFile(
    join(root, curriculumPath),
    addChapter(await readFile(join(root, curriculumPath), 'utf8'), parts.indexOf(part), id),
  );
  return [path, curriculumPath];
}

/** A first title for the author to better: `image-names` → `Image names`. */
const titleOf = (id: string): string => `${id.charAt(0).toUpperCase()}${id.slice(1)}`.replaceAll('-', ' ');
