import { createHash } from 'node:crypto';
import { access, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { list, type ReadEntry } from 'tar';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allLocales } from '../../src/lib/locale/locales.ts';
import { inlineScripts, securityPolicy } from '../../src/site/serving/security-policy.ts';
import { fixtureSite, readPages, type FixtureSite } from './build-fixture.ts';

let site: FixtureSite;
let pages: Map<string, string>;

beforeAll(async () => {
  site = await fixtureSite();
  const { exitCode, output } = await site.build();
  if (exitCode !== 0) throw new Error(output);
  pages = await readPages(site.out);
});
afterAll(() => site.remove());

const page = (address: string): string => {
  const html = pages.get(address);
  if (html === undefined) throw new Error(`${address} was not built; there are ${[...pages.keys()].join(' ')}`);
  return html;
};
const main = (address: string): string => /<main\b[\s\S]*<\/main>/.exec(page(address))?.[0] ?? '';
const plain = (html: string): string =>
  html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&#x22;', '"')
    .replaceAll('&quot;', '"')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

describe('headings', () => {
  const ids = (html: string) => [...html.matchAll(/<h[23] id="([^"]+)"/g)].map(([, id]) => id);

  test('have the English ids in every language', () => {
    const english = ids(main('/en/greeting/'));
    expect(english).toEqual(['build-the-image', 'what-the-pod-says', 'what-goes-wrong', 'exercise']);
    for (const locale of allLocales) expect(ids(main(`/${locale}/greeting/`)), locale).toEqual(english);
  });

  test('are where the table of contents says', () => {
    for (const locale of allLocales) {
      const contents = /<starlight-toc[\s\S]*?<\/starlight-toc>/.exec(page(`/${locale}/greeting/`))?.[0] ?? '';
      expect([...contents.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)).toEqual([
        '_top',
        ...ids(main(`/${locale}/greeting/`)),
      ]);
    }
  });
});

describe('a listing', () => {
  const blocks = () =>
    [...main('/cs/greeting/').matchAll(/<pre [^>]*data-language[\s\S]*?<\/pre>/g)].map(([block]) => block);
  const lines = (block: string | undefined) =>
    [...(block ?? '').matchAll(/<div class="ec-line[^"]*">([\s\S]*?)<\/div><\/div>/g)].map(([, line = '']) =>
      plain(line),
    );

  test('shows its region, without the marks', () =>
    expect(lines(blocks()[0])).toEqual(['RUN echo "hello from nginx:1.30" > /message']));
  test('shows its stage, and marks what is asked', () => {
    expect(lines(blocks()[1])[0]).toBe('# What is shipped.');
    const [marked = ''] = /<div class="ec-line highlight mark">[\s\S]*?<\/div><\/div>/.exec(blocks()[1] ?? '') ?? [];
    expect(plain(marked)).toBe('USER 65532');
  });
  test('shows its YAML path', () => expect(lines(blocks()[2])[0]).toBe('containers:'));
});

describe('a terminal', () => {
  const session = () => /<figure class="terminal[\s\S]*?<\/figure>/g[Symbol.matchAll](main('/cs/greeting/'));

  test('copies its commands alone, whole and in order', () => {
    const [, run = ''] = [...session()].map(([figure]) => figure);
    expect(plain(/data-commands="([^"]*)"/.exec(run)?.[1] ?? '')).toBe(
      'docker run --rm greet:1.0\ndocker run --rm greet:1.0 no-such-program\ndocker run \\\n  --name waiting greet:1.0 sleep 600',
    );
  });
  test('shows output to the byte', () => {
    const [build = ''] = [...session()].map(([figure]) => figure);
    expect(plain(/<samp>([\s\S]*?)<\/samp>/.exec(build)?.[1] ?? '')).toBe(
      '#1 [internal] load build definition from Dockerfile\n#1 transferring dockerfile: 412B done\n#1 DONE 0.0s',
    );
  });
  test('says how a command ended, in the page’s language', () => {
    expect(main('/cs/greeting/')).toContain('návratový kód 127');
    expect(main('/ru/greeting/')).toContain('код возврата 127');
    expect(main('/cs/greeting/')).toContain('(stále běží)');
  });
});

describe('the language of what stands around the prose', () => {
  const notes = { en: 'Note', cs: 'Poznámka', el: 'Σημείωση', ru: 'Примечание' };
  test.each(allLocales)('of notes, cards and drawings: %s', (locale) => {
    expect(main(`/${locale}/greeting/`)).toContain(`<div role="note" aria-label="${notes[locale]}"`);
  });
  test('of a drawing', () =>
    expect(main('/ru/greeting/')).toContain('<title id="diagram-two-boxes-title">От образа к контейнеру</title>'));
  test('of stand-ins, which are said to be such', () =>
    expect(main('/cs/greeting/')).toContain('Běželo na náhradách těchto veřejných obrazů'));
});

describe('an untranslated page', () => {
  test('is shown as such, in English, with a notice in the reader’s language', () => {
    expect(page('/cs/alone/')).toMatch(/<html lang="cs"/);
    expect(main('/cs/alone/')).toMatch(/^<main\b[^>]*\blang="en"/);
    expect(main('/cs/alone/')).toContain('Tato kapitola zatím není přeložená');
    expect(main('/cs/alone/')).toContain('href="/en/alone/"');
  });
  test('stays out of the search, and the original in it', () => {
    for (const locale of ['cs', 'el', 'ru']) expect(main(`/${locale}/alone/`)).not.toContain('data-pagefind-body');
    expect(main('/en/alone/')).toContain('data-pagefind-body');
  });
});

test('the start page shows the road: parts, chapters that are written, descriptions, proofs', () => {
  const start = main('/cs/');
  for (const text of [
    'Začátek',
    'Pozdrav v kontejneru',
    'Sestavte obraz a podívejte se, jak zdraví.',
    'The greeting says which port it listens on',
    '/cs/examples/greet/',
  ])
    expect(start).toContain(text);
  expect(start).not.toContain('not-written');
});

test('the root offers all languages, without a script', () => {
  const root = page('/');
  for (const locale of allLocales) expect(root).toMatch(new RegExp(`<a href="/${locale}/" hreflang="${locale}"`));
  expect(root).not.toContain('<script');
});

test('an example page tells files, session and every assertion', () => {
  const example = main('/cs/examples/greet/');
  for (const text of [
    'manifests/pod.yaml',
    'chybový výstup obsahuje <code dir="ltr">no-such-program</code>',
    'menší než <code dir="ltr">200MB</code>',
    '20. září 2026',
    'Docker 29.8.1',
  ])
    expect(example).toContain(text);
});

describe('the sidebar', () => {
  test.each(allLocales)('has the order of the curriculum, then what is beside it: %s', async (locale) => {
    const curriculum = await readFile(join(site.root, 'content/curriculum.yaml'), 'utf8');
    const [, listed = ''] = /chapters: \[(.*)\]/.exec(curriculum) ?? [];
    const written = listed.split(', ').filter((id) => id !== 'not-written');
    expect(written, 'an order that is not the alphabet’s').not.toEqual(written.toSorted());
    const [bar = ''] = /<nav class="sidebar[\s\S]*?<\/nav>/.exec(page(`/${locale}/alone/`)) ?? [];
    // On a phone the languages stand there too.
    expect([...bar.matchAll(/<a href="(\/[^"]+)"(?![^>]*hreflang)/g)].map(([, address]) => address)).toEqual(
      [...written, 'examples', 'glossary'].map((place) => `/${locale}/${place}/`),
    );
  });
});

test('every example page offers its archive, in every language', async () => {
  const ids = await readdir(join(site.root, 'examples'));
  for (const id of ids)
    for (const locale of allLocales)
      expect(main(`/${locale}/examples/${id}/`)).toContain(`<a href="/examples/${id}.tar.gz" download`);
});

/** What an archive holds. */
async function unpack(file: string): Promise<ReadEntry[]> {
  const bytes = await readFile(join(site.out, file));
  const entries: ReadEntry[] = [];
  await new Promise<void>((done) =>
    list({ onReadEntry: (entry) => entries.push(entry) })
      .on('end', done)
      .end(gunzipSync(bytes)),
  );
  return entries;
}

test('an archive holds the example’s files and how it is proved in its folder, without dates or owners', async () => {
  const entries = await unpack('examples/greet.tar.gz');
  expect(entries.map(({ path }) => path)).toEqual([
    'greet/example.yaml',
    'greet/Dockerfile',
    'greet/manifests/pod.yaml',
  ]);
  for (const { mtime, uid, uname } of entries) expect([mtime?.getTime(), uid, uname]).toEqual([0, undefined, '']);
});

test('the archive of an example without files of its own says how it is proved', async () =>
  expect((await unpack('examples/bare.tar.gz')).map(({ path }) => path)).toEqual(['bare/example.yaml']));

test('every link and every anchor leads somewhere', async () => {
  const broken: string[] = [];
  for (const [address, html] of pages) {
    for (const [, raw = ''] of html.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
      if (/^(https?:|data:|mailto:)/.test(raw)) continue;
      const { pathname, hash } = new URL(raw.replaceAll('&amp;', '&'), `http://site${address}`);
      const target = pages.get(pathname);
      const isFile =
        target === undefined &&
        (await access(join(site.out, pathname)).then(
          () => !pathname.endsWith('/'),
          () => false,
        ));
      if (target === undefined && !isFile) broken.push(`${address} → ${raw}`);
      else if (
        hash !== '' &&
        hash !== '#_top' &&
        target !== undefined &&
        !target.includes(`id="${decodeURIComponent(hash.slice(1))}"`)
      )
        broken.push(`${address} → ${raw}`);
    }
  }
  expect(broken).toEqual([]);
});

describe('the policy', () => {
  test('knows every inline script by its hash', async () => {
    const policy = await securityPolicy(site.out);
    const scripts = [...pages.values()].flatMap(inlineScripts);
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(policy).toContain(createHash('sha256').update(script).digest('base64'));
  });
  test('is not gone round by handlers in attributes', () => {
    for (const [address, html] of pages) expect(html.match(/<[a-z][^>]*\son[a-z]+=/g), address).toBeNull();
  });
  test('needs nothing from elsewhere', () => {
    for (const [address, html] of pages)
      expect(
        html.match(/<(?:script|link|img|iframe)\b[^>]*\b(?:src|href)="(?:https?:)?\/\/[^"]*"/g),
        address,
      ).toBeNull();
  });
});

test('words are brought together for the search, language by language', async () => {
  expect((await readFile(join(site.out, 'search/cs.txt'), 'utf8')).split('\n')).toContain('kontejner,,u,y');
  expect(await readFile(join(site.out, 'search/ru.txt'), 'utf8')).toMatch(/^контейнер,/m);
});

test('a chapter is light: scripts of at most 7 KB, styles of at most 16 KB, compressed', async () => {
  const html = page('/en/greeting/');
  const linked = (pattern: RegExp) =>
    Promise.all([...html.matchAll(pattern)].map(([, address = '']) => readFile(join(site.out, address))));
  const size = (texts: readonly (string | Buffer)[]) => texts.reduce((sum, text) => sum + gzipSync(text).length, 0);
  expect(size([...(await linked(/<script[^>]*\ssrc="([^"]+)"/g)), ...inlineScripts(html)])).toBeLessThan(7_000);
  expect(size(await linked(/<link rel="stylesheet" href="([^"]+)"(?! media="print")/g))).toBeLessThan(16_000);
});
