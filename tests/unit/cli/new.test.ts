import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tiers } from '../../../src/cli/new/example.ts';
import { openBook } from '../checks/open-book.ts';
import { checkCommand } from '../../../src/cli/check/command.ts';
import { newCommand } from '../../../src/cli/new/command.ts';

test.each(tiers)('a new example of tier %s passes the check', async (tier) => {
  const root = await openBook();
  const { stdout, code } = await newCommand(['example', 'first-try', '--tier', tier], root);
  expect(code).toBe(0);
  expect(stdout).toContain('wrote examples/first-try/example.yaml\n');
  expect(stdout).toContain('npm run verify -- first-try --update');
  const checked = await checkCommand(['examples/first-try'], root);
  expect(checked.stdout).not.toContain('error');
  expect(checked.code).toBe(0);
});

test('a new chapter has its place in the curriculum and passes the check', async () => {
  const root = await openBook();
  const { stdout, code } = await newCommand(['chapter', 'image-names', '--part', 'images'], root);
  expect({ stdout, code }).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('wrote content/en/image-names.mdx\n'),
  });
  expect(readFileSync(join(root, 'content/curriculum.yaml'), 'utf8')).toContain('chapters: [images, image-names]');
  expect((await checkCommand([], root)).code).toBe(0);
});

test.each([
  ['an example that is there', ['example', 'greeting', '--tier', 'run'], 'examples/greeting is there already'],
  ['a tier that there is not', ['example', 'first-try', '--tier', 'cloud'], '"cloud" is no tier'],
  ['no tier', ['example', 'first-try'], 'which tier?'],
  ['a name with a space', ['example', 'first try', '--tier', 'run'], 'is no name for a folder'],
  ['a chapter that is there', ['chapter', 'volumes', '--part', 'data'], 'content/en/volumes.mdx is there already'],
  ['a part that there is not', ['chapter', 'first-try', '--part', 'clouds'], 'there are images, data'],
  ['a path out of the folder', ['chapter', '../first-try', '--part', 'data'], 'is no name for a chapter'],
  ['another kind', ['diagram', 'first-try'], 'of the kind "diagram"'],
])('%s is refused, and nothing is written', async (_, words, message) => {
  const root = await openBook();
  const { stderr, code } = await newCommand(words, root);
  expect(code).toBe(64);
  expect(stderr).toContain(message);
  expect(existsSync(join(root, 'examples/first-try')) || existsSync(join(root, 'content/en/first-try.mdx'))).toBe(
    false,
  );
});
