import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { fixtureSite, type FixtureSite } from './build-fixture.ts';

let site: FixtureSite;
afterEach(() => site.remove());

/** Spoils a copy of the fixture, builds it, and gives the end of what the build said. */
async function refusal(spoil: (site: FixtureSite) => Promise<void>): Promise<string> {
  site = await fixtureSite();
  await spoil(site);
  const { exitCode, output } = await site.build();
  expect(exitCode, output).not.toBe(0);
  return output;
}

const loseReceipt = (site: FixtureSite) => rm(join(site.root, 'examples/greet/receipt.json'));
const buildTheProject = (site: FixtureSite) =>
  site.replace('examples/greet/example.yaml', 'tier: build\n', 'tier: build\nproject: true\n');
const prove = (site: FixtureSite, id: string) => writeFile(join(site.root, '.own-proof'), `${id}\n`);

const spoilt: Record<string, [(site: FixtureSite) => Promise<void>, ...string[]]> = {
  'an example that changed since its run': [
    (site) => site.replace('examples/greet/Dockerfile', 'hello from', 'goodbye from'),
    'examples/greet/example.yaml:1:1',
    'npm run verify -- greet',
  ],
  'an example without a receipt': [loseReceipt, 'examples/greet/receipt.json:1:1', 'npm run verify -- greet'],
  'one that builds this site, where no run made the copy': [
    async (site) => {
      await buildTheProject(site);
      await loseReceipt(site);
    },
    'examples/greet/receipt.json:1:1',
  ],
  'one that builds this site, where the run is another’s': [
    async (site) => {
      await buildTheProject(site);
      await loseReceipt(site);
      await prove(site, 'another');
    },
    'examples/greet/receipt.json:1:1',
  ],
  'one that is said to be run and does not build this site': [
    async (site) => {
      await loseReceipt(site);
      await prove(site, 'greet');
    },
    'examples/greet/receipt.json:1:1',
  ],
  'a transcript that was edited': [
    (site) => site.replace('examples/greet/transcripts/run.json', 'hello from', 'goodbye from'),
    'examples/greet/transcripts/run.json:1:1',
    'npm run verify -- greet',
  ],
  'a listing of a region that is not there': [
    (site) => site.replace('content/en/greeting.mdx', 'region="message"', 'region="mesage"'),
    'content/en/greeting.mdx:12:1',
    'has no region "mesage"',
    'write one of: message',
  ],
  'a transcript that no step records': [
    (site) => site.replace('content/cs/greeting.mdx', 'transcript="build"', 'transcript="biuld"'),
    'content/cs/greeting.mdx:22:1',
    'has no transcript "biuld"',
    'build',
  ],
  'a word of a drawing that a language lacks': [
    (site) => site.replace('content/el/diagrams.yaml', '    between: ξεκινά\n', ''),
    'content/el/greeting.mdx:28:1',
    '{{between}}',
    'content/el/diagrams.yaml',
  ],
  'a term that the glossary does not know': [
    (site) => site.replace('content/en/greeting.mdx', '<Term id="image">', '<Term id="imag">'),
    'content/en/greeting.mdx:6:14',
    'the glossary has no term "imag"',
    'write "image"',
  ],
  'a heading more than the translation’s front matter knows': [
    async (site) => {
      const path = join(site.root, 'content/cs/greeting.mdx');
      await writeFile(path, `${await readFile(path, 'utf8')}\n## Navíc\n\nText.\n`);
    },
    'content/cs/greeting.mdx:',
    'heading 5 has no section id',
    'npm run translate -- stamp',
  ],
  'a note in another syntax than the component': [
    (site) => site.replace('content/en/greeting.mdx', '<Note>A note with `code`.</Note>', ':::note\nA note.\n:::'),
    'content/en/greeting.mdx:28:1',
    ':::note',
    '<Note>',
  ],
};

describe('the build refuses', () => {
  test.each(Object.entries(spoilt))('%s', async (_, [spoil, ...said]) => {
    const output = await refusal(spoil);
    for (const text of said) expect(output).toContain(text);
  });
});

test('while somebody writes, stale evidence is a red box on the page and not the end', async () => {
  site = await fixtureSite();
  await site.replace('examples/greet/Dockerfile', 'hello from', 'goodbye from');
  const address = await site.serve(4_399);
  const answer = await fetch(`${address}/en/greeting/`);
  const html = await answer.text();
  expect(answer.status, html).toBe(200);
  expect(html).toContain('class="problems');
  expect(html).toContain('npm run verify -- greet');
  expect(html).toContain('goodbye from');
});

test('while somebody writes, a saved chapter is shown at once: its title and its words', async () => {
  site = await fixtureSite();
  const address = await site.serve(4_399);
  const chapter = async () => (await fetch(`${address}/en/greeting/`)).text();
  const before = await chapter();
  for (const [text, by] of [
    ['A greeting in a container', 'A greeting that changed'],
    ['You build an', 'You take an'],
  ] as const) {
    expect(before).not.toContain(by);
    await site.replace('content/en/greeting.mdx', text, by);
    await expect.poll(chapter, { timeout: 20_000, interval: 200 }).toContain(by);
  }
});

test('the example that builds this site may lack its receipt while it runs: pages say so', async () => {
  site = await fixtureSite();
  await buildTheProject(site);
  await loseReceipt(site);
  await prove(site, 'greet');
  const { exitCode, output } = await site.build();
  expect(exitCode, output).toBe(0);
  expect(output).toContain('npm run verify -- greet');
  const chapter = await readFile(join(site.out, 'cs/greeting/index.html'), 'utf8');
  const words = await readFile(join(site.root, 'content/cs/ui.yaml'), 'utf8');
  const [, passed = ''] = /^ {2}passed: (.+)$/m.exec(words) ?? [];
  expect(chapter).toContain('Tato jeho kopie vznikla dřív, než příklad proběhl.');
  expect(passed).not.toBe('');
  expect(chapter.split(passed)).toHaveLength(1);
});
