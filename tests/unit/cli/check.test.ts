import { expect, test } from 'vitest';
import { checks } from '../../../src/checks/index.ts';
import { openBook } from '../checks/open-book.ts';
import { checkCommand } from '../../../src/cli/check/command.ts';

const lastLine = (text: string) => text.trimEnd().split('\n').at(-1);

test('a sound book ends well, and says of its warnings how many there are', async () => {
  const { stdout, code } = await checkCommand([], await openBook());
  expect(code).toBe(0);
  expect(lastLine(stdout)).toBe(`${checks.length} checks passed, 0 failed (2 warnings)`);
});

test('a broken one ends with 1, with the place and the cure', async () => {
  const { stdout, code } = await checkCommand([], await openBook('links-resolve/broken'));
  expect(code).toBe(1);
  expect(stdout).toContain(
    'content/en/volumes.mdx:6:86  error  there is no example "greting"  [link/no-example]\n  fix   write "greeting"\n',
  );
  expect(lastLine(stdout)).toMatch(/^\d+ checks passed, \d+ failed \(\d+ errors, \d+ warnings\)$/);
});

test('paths narrow what is said and counted', async () => {
  const book = await openBook('links-resolve/broken');
  const elsewhere = await checkCommand(['examples', './content/en/images.mdx'], book);
  expect(elsewhere).toMatchObject({ code: 0, stdout: expect.not.stringContaining('volumes.mdx') });
  expect((await checkCommand(['content/en/'], book)).code).toBe(1);
});

test('JSON has every check with what it found', async () => {
  const { stdout, code } = await checkCommand(['--json'], await openBook('links-resolve/broken'));
  expect(code).toBe(1);
  const findings = JSON.parse(stdout) as { name: string; diagnostics: { code: string }[] }[];
  expect(findings.map(({ name }) => name)).toEqual(checks.map(({ name }) => name));
  expect(findings.find(({ name }) => name === 'links-resolve')?.diagnostics).toHaveLength(8);
});

test('GitHub gets annotations', async () => {
  const { stdout } = await checkCommand(['--github'], await openBook('links-resolve/broken'));
  expect(stdout).toMatch(
    /^::error file=content\/en\/volumes\.mdx,line=6,col=86,title=link\/no-example::there is no example "greting"%0Afix: write "greeting"$/m,
  );
});

test('a folder without a book is no sound one', async () => {
  expect((await checkCommand([], '/nowhere')).code).toBe(1);
});

test('help and the list of promises check nothing', async () => {
  expect(await checkCommand(['--help'], '/nowhere')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('npm run check'),
  });
  const { stdout, code } = await checkCommand(['--list'], '/nowhere');
  expect(code).toBe(0);
  expect(
    stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split(' ')[0]),
  ).toEqual(checks.map(({ name }) => name));
});

test('an option that there is not is refused with the help', async () => {
  const { code, stderr } = await checkCommand(['--fast'], '/nowhere');
  expect(code).toBe(64);
  expect(stderr).toMatch(/^there is no option '--fast'\n\nnpm run check/);
});

test('colour is for a terminal that wants it', async () => {
  const book = await openBook('links-resolve/broken');
  expect((await checkCommand([], book, true)).stdout).toContain('\u001B[31merror');
  expect((await checkCommand([], book)).stdout).not.toContain('\u001B');
});
