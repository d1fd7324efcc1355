import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Book } from '../../../src/checks/book.ts';
import { loadBook } from '../../../src/checks/load-book.ts';
import { checks } from '../../../src/checks/index.ts';
import { renderPretty } from '../../../src/lib/diagnostics/render.ts';
import { books, openBook } from './open-book.ts';

const foldersIn = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

describe('a sound book', () => {
  let book: Book;
  beforeAll(async () => {
    const root = await openBook();
    book = await loadBook(root);
  });

  test.each(checks)('$name is silent', ({ name, run }) => {
    const complaints = run(book).map(({ path, code }) => `${path} ${code}`);
    // A fixture of a thousand words would test nobody's eyes but the reader's.
    expect(complaints).toEqual(
      name === 'prose-length' ? ['content/en/images.mdx prose/length', 'content/en/volumes.mdx prose/length'] : [],
    );
  });
});

/** `UPDATE_BOOKS=1` writes what the checks say now into the expectations, to be read as a diff. */
const update = process.env['UPDATE_BOOKS'] !== undefined;

/** Each folder of tests/fixtures/books but the sound one is named for a check; each folder in it breaks what that check guards. */
describe.each(checks)('$name', ({ name, run }) => {
  const cases = existsSync(join(books, name)) ? foldersIn(join(books, name)) : [];

  test('has a book that breaks it', () => expect(cases).not.toEqual([]));

  test.each(cases)('%s', async (scenario) => {
    const expected = join(books, name, scenario, 'expected.txt');
    const complaints = run(await loadBook(await openBook(join(name, scenario))));
    expect(complaints).not.toEqual([]);
    const said = `${renderPretty(complaints, false)}\n`;
    if (update) writeFileSync(expected, said);
    expect(said).toBe(readFileSync(expected, 'utf8'));
  });
});

test('no folder of broken books lacks its check', () => {
  const names = checks.map(({ name }) => name);
  expect(foldersIn(books).filter((folder) => folder !== 'sound' && !names.includes(folder))).toEqual([]);
});
