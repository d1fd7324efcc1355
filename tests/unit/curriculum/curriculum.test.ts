import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { addChapter } from '../../../src/lib/curriculum/add-chapter.ts';
import { loadCurriculum } from '../../../src/lib/curriculum/curriculum.ts';

const part = (id: string, chapters: string) =>
  `  - id: ${id}\n    title: { en: A, cs: B, el: C, ru: D }\n    chapters: ${chapters}\n`;

function curriculum(text: string) {
  const root = mkdtempSync(join(tmpdir(), 'curriculum-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, 'content'));
  writeFileSync(join(root, 'content/curriculum.yaml'), text);
  return loadCurriculum(root);
}

test('parts and chapters keep their order, and each chapter knows its line', () => {
  const loaded = curriculum(`# The road.\nparts:\n${part('first', '[one, two]')}${part('second', '\n      - three')}`);
  expect(loaded).toMatchObject({ ok: true, value: { chapters: ['one', 'two', 'three'] } });
  expect(loaded.ok && [...loaded.value.lines]).toEqual([
    ['one', 5],
    ['two', 5],
    ['three', 9],
  ]);
});

test.each([
  ['a number first', '[1-volumes]', /no number first/],
  ['a capital letter', '[Volumes]', /lower-case letters/],
  ['a chapter twice', '[one, one]', /comes twice/],
])('%s is refused at its place', (_, chapters, message) => {
  const loaded = curriculum(`parts:\n${part('first', chapters)}`);
  expect(loaded.ok).toBe(false);
  expect(!loaded.ok && loaded.diagnostics[0]).toMatchObject({ path: 'content/curriculum.yaml', line: 4 });
  expect(!loaded.ok && JSON.stringify(loaded.diagnostics)).toMatch(message);
});

test('a title in a language less is refused', () => {
  const loaded = curriculum('parts:\n  - id: first\n    title: { en: A, cs: B, el: C }\n    chapters: []\n');
  expect(!loaded.ok && loaded.diagnostics).toMatchObject([{ message: '"ru" is missing', line: 3 }]);
});

test.each([
  [
    'in a row',
    `parts:\n${part('first', '[one, two]   # all')}${part('second', '[three]')}`,
    `parts:\n${part('first', '[one, two, new]   # all')}${part('second', '[three]')}`,
  ],
  [
    'as items',
    `parts:\n${part('first', '\n      - one\n      - two')}`,
    `parts:\n${part('first', '\n      - one\n      - two\n      - new')}`,
  ],
  [
    'as none',
    `parts:\n${part('first', '[]')}${part('second', '[]')}`,
    `parts:\n${part('first', '[new]')}${part('second', '[]')}`,
  ],
])('a chapter is added to a list that is written %s', (_, before, after) =>
  expect(addChapter(before, 0, 'new')).toBe(after),
);
