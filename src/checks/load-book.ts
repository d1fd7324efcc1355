import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readFrontMatter } from '../lib/chapter/front-matter.ts';
import { readOutline } from '../lib/chapter/outline.ts';
import { proseOf } from '../lib/chapter/prose.ts';
import { loadCurriculum } from '../lib/curriculum/curriculum.ts';
import { checkFreshness, transcriptFiles } from '../lib/example/fresh.ts';
import { loadExample } from '../lib/example/load.ts';
import { loadGlossary, loadWording } from '../lib/glossary/glossary.ts';
import { allLocales, type Locale } from '../lib/locale/locales.ts';
import type { Book, Chapter, ContentFile, ExampleFolder } from './book.ts';

/** Reads the book in a project's folder. What is wrong with it is for the checks to say. */
export async function loadBook(root: string): Promise<Book> {
  const [chapters, files, diagrams, examples] = await Promise.all([
    loadChapters(root),
    loadFiles(root),
    loadDiagrams(root),
    loadExamples(root),
  ]);
  return {
    root,
    curriculum: loadCurriculum(root),
    glossary: loadGlossary(root),
    wording: new Map(allLocales.map((locale) => [locale, loadWording(root, locale)])),
    chapters,
    readable: chapters.flatMap((chapter) =>
      chapter.outline.ok ? [{ ...chapter, page: chapter.outline.value, prose: proseOf(chapter.outline.value) }] : [],
    ),
    files,
    diagrams,
    examples,
  };
}

async function loadChapters(root: string): Promise<Chapter[]> {
  const perLocale = allLocales.map(async (locale) => {
    const names = (await namesIn(join(root, 'content', locale))).filter((name) => name.endsWith('.mdx'));
    return Promise.all(
      names.map(async (name): Promise<Chapter> => {
        const path = `content/${locale}/${name}`;
        const text = await readFile(join(root, path), 'utf8');
        return {
          id: name.slice(0, -'.mdx'.length),
          locale,
          path,
          text,
          frontMatter: readFrontMatter(path, text, locale),
          outline: readOutline(path, text),
        };
      }),
    );
  });
  return (await Promise.all(perLocale)).flat();
}

async function loadFiles(root: string): Promise<ContentFile[]> {
  const folders = ['', ...allLocales];
  const perFolder = folders.map(async (folder) => {
    const names = (await namesIn(join(root, 'content', folder))).filter((name) => name.endsWith('.yaml'));
    const locale = folder === '' ? undefined : (folder as Locale);
    return Promise.all(
      names.map(async (name) => {
        const path = ['content', folder, name].filter(Boolean).join('/');
        return { path, locale, text: await readFile(join(root, path), 'utf8') };
      }),
    );
  });
  return (await Promise.all(perFolder)).flat();
}

async function loadDiagrams(root: string): Promise<ReadonlyMap<string, string>> {
  const folder = join(root, 'content/diagrams');
  const names = (await namesIn(folder)).filter((name) => name.endsWith('.svg'));
  return new Map(
    await Promise.all(
      names.map(async (name) => [name.slice(0, -'.svg'.length), await readFile(join(folder, name), 'utf8')] as const),
    ),
  );
}

async function loadExamples(root: string): Promise<ReadonlyMap<string, ExampleFolder>> {
  const entries = await readdir(join(root, 'examples'), { withFileTypes: true }).catch(() => []);
  const folders = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
  const loaded = folders.map(async (id): Promise<[string, ExampleFolder]> => {
    const dir = join(root, 'examples', id);
    const [example, evidence, transcripts] = await Promise.all([
      loadExample(dir),
      checkFreshness(dir),
      transcriptFiles(dir),
    ]);
    return [id, { id, example, evidence, transcripts }];
  });
  return new Map(await Promise.all(loaded));
}

const namesIn = async (folder: string): Promise<string[]> => (await readdir(folder).catch(() => [])).toSorted();
