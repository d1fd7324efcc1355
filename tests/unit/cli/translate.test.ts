import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openBook } from '../checks/open-book.ts';
import { checkCommand } from '../../../src/cli/check/command.ts';
import { translateCommand } from '../../../src/cli/translate/command.ts';

const read = (root: string, path: string) => readFileSync(join(root, path), 'utf8');
function edit(root: string, path: string, from: string, to: string): void {
  expect(read(root, path)).toContain(from);
  writeFileSync(join(root, path), read(root, path).replace(from, to));
}
const translate = (root: string, ...words: string[]) => translateCommand(words, root);
const english = 'content/en/volumes.mdx';
const czech = 'content/cs/volumes.mdx';

function commit(root: string): void {
  const git = (...words: string[]) =>
    execFileSync('git', ['-C', root, '-c', 'user.name=A', '-c', 'user.email=a@example.com', ...words], {
      stdio: 'ignore',
    });
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'Begin');
}

describe('status', () => {
  test('counts, and names what there is to do', async () => {
    const root = await openBook('translation-present/missing');
    edit(root, english, 'outlives its', 'outlives all its');
    const { stdout, code } = await translate(root, 'status');
    expect(code).toBe(0);
    expect(stdout.split('\n').map((line) => line.trim().replace(/ +/g, ' '))).toEqual([
      'fresh stale missing unreadable',
      'cs Čeština 1 1 0 0',
      'el Ελληνικά 1 0 1 0',
      'ru Русский 1 1 0 0',
      '',
      'cs stale volumes intro',
      '',
      'el missing volumes',
      '',
      'ru stale volumes intro',
      '',
    ]);
  });
});

describe('stamp', () => {
  test('makes a translation fresh, and changes nothing but its digests', async () => {
    const root = await openBook();
    edit(root, english, 'outlives its', 'outlives all its');
    const before = read(root, czech);
    expect(await translate(root, 'stamp', 'cs', 'volumes')).toMatchObject({
      code: 0,
      stdout: `${czech}: stamped 2 sections\n`,
    });
    const blank = (text: string) => text.replaceAll(/"[0-9a-f]{12}"/g, '""');
    expect(read(root, czech)).not.toBe(before);
    expect(blank(read(root, czech))).toBe(blank(before));
    expect((await checkCommand([czech], root)).code).toBe(0);
    expect((await translate(root, 'stamp', 'cs', 'volumes')).stdout).toBe(`${czech}: was stamped already\n`);
  });

  test('stamps one section and leaves the other stale', async () => {
    const root = await openBook();
    edit(root, english, 'outlives its', 'outlives all its');
    edit(root, english, 'keep nothing', 'keep nothing at all');
    expect((await translate(root, 'stamp', 'cs', 'volumes', '--section', 'keep-it')).code).toBe(0);
    expect((await translate(root, 'status')).stdout).toMatch(/cs {2}stale +volumes {2}intro\n/);
  });

  test.each([
    [
      'a heading too few',
      '## Uchování\n',
      'Uchování\n',
      /the heading "Keep it" at content\/en\/volumes\.mdx:8 is not translated/,
    ],
    [
      'a heading too many',
      '## Uchování\n',
      '## Uchování\n\n## Navíc\n',
      /:13:1.*the heading "Navíc" has no twin on the English page/,
    ],
    [
      'a heading of another level',
      '## Uchování\n',
      '### Uchování\n',
      /the heading "Uchování" is not of the level of "Keep it" at content\/en\/volumes\.mdx:8/,
    ],
  ])('refuses a page with %s', async (_, from, to, message) => {
    const root = await openBook();
    edit(root, czech, from, to);
    const before = read(root, czech);
    const { stderr, code } = await translate(root, 'stamp', 'cs', 'volumes');
    expect(code).toBe(1);
    expect(stderr).toMatch(message);
    expect(read(root, czech)).toBe(before);
  });

  test('refuses a section and a chapter that there are not', async () => {
    const root = await openBook();
    expect(await translate(root, 'stamp', 'cs', 'volumes', '--section', 'keep')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('has no section "keep"'),
    });
    expect(await translate(root, 'stamp', 'cs', 'volums')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('write "volumes"'),
    });
  });
});

describe('diff', () => {
  test('shows the English section as it was translated and as it is', async () => {
    const root = await openBook();
    commit(root);
    edit(root, english, 'outlives its', 'outlives all its');
    const { stdout, code } = await translate(root, 'diff', 'cs', 'volumes');
    expect(code).toBe(0);
    expect(stdout).toContain('## intro: changed');
    expect(stdout).toContain('-A <Term id="volume">volume</Term> outlives its containers.');
    expect(stdout).toContain('+A <Term id="volume">volume</Term> outlives all its containers.');
    expect(stdout).not.toContain('keep-it');
  });

  test('says so where there is no history, and shows the section as it is', async () => {
    const root = await openBook();
    edit(root, english, 'outlives its', 'outlives all its');
    const { stdout } = await translate(root, 'diff', 'cs', 'volumes');
    expect(stdout).toContain('there is no git history here');
    expect(stdout).toContain('outlives all its containers');
  });

  test('names new sections and those that are gone', async () => {
    const root = await openBook('translation-fresh/renamed');
    const { stdout } = await translate(root, 'diff', 'cs', 'volumes');
    expect(stdout).toContain('## keep-them: new');
    expect(stdout).toContain('## keep-it: gone from the English page');
  });

  test('has nothing to show of a fresh translation', async () => {
    expect((await translate(await openBook(), 'diff', 'ru', 'images')).stdout).toBe(
      'content/ru/images.mdx is of the English page as it is now.\n',
    );
  });
});

describe('typeset', () => {
  test('mends what a machine can know, and says where', async () => {
    const root = await openBook('typography/czech');
    expect((await checkCommand([czech], root)).stdout).toContain('typography/one-letter-word');
    expect((await translate(root, 'typeset', 'cs', 'volumes')).stdout).toMatch(
      /^content\/cs\/volumes\.mdx: mended \d+ places\n/,
    );
    expect((await checkCommand([czech], root)).stdout).not.toContain('typeset');
  });
});

test.each([
  [['stamp', 'en', 'volumes'], '"en" is no language that is translated into'],
  [['stamp', 'cs'], 'which chapter?'],
  [['diff'], 'which language?'],
  [['stmp', 'cs'], 'there is no command "stmp"'],
])('%j is refused with the help', async (words, message) => {
  const { stderr, code } = await translate('.', ...words);
  expect(code).toBe(64);
  expect(stderr.startsWith(`${message}\n\nnpm run translate`)).toBe(true);
});
