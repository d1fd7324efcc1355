import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { preferredLocale } from '../../../src/site/serving/accept-language.ts';
import { inlineScripts, securityPolicy } from '../../../src/site/serving/security-policy.ts';
import { staticServer } from '../../../src/site/serving/static-server.ts';

describe('the language that a browser likes best', () => {
  test.each([
    ['cs', 'cs'],
    ['de, cs;q=0.5, el;q=0.7', 'el'],
    ['RU-ru,en;q=0.9', 'ru'],
    ['fr', 'en'],
    ['cs;q=0, el;q=0.1', 'el'],
    ['csb', 'en'],
    ['', 'en'],
    [undefined, 'en'],
  ])('of "%s" is %s', (wish, locale) => expect(preferredLocale(wish)).toBe(locale));
});

describe('a site served without Docker', () => {
  let folder: string;
  let server: Server;
  let address: string;
  const get = (path: string, language = 'cs') =>
    fetch(address + path, { redirect: 'manual', headers: { 'Accept-Language': language } });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'f2c-serve-'));
    for (const [file, text] of [
      ['site/cs/index.html', '<p>cs</p><script>let a = 1</script>'],
      ['site/cs/404/index.html', '<p>cs 404</p>'],
      ['site/en/404/index.html', '<p>en 404</p>'],
      ['site/_astro/a.css', 'a{}'],
      ['secret.txt', 'secret'],
    ] as const) {
      await mkdir(join(folder, file, '..'), { recursive: true });
      await writeFile(join(folder, file), text);
    }
    server = staticServer(join(folder, 'site'), await securityPolicy(join(folder, 'site')));
    await new Promise<void>((ready) => server.listen(0, ready));
    address = `http://localhost:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });

  test('leads from the root to the reader’s language', async () => {
    const answer = await get('/');
    expect([answer.status, answer.headers.get('location'), answer.headers.get('vary')]).toEqual([
      302,
      '/cs/',
      'Accept-Language',
    ]);
  });
  test('serves a page under the policy of the build', async () => {
    const answer = await get('/cs/');
    expect([answer.status, await answer.text(), answer.headers.get('content-type')]).toEqual([
      200,
      '<p>cs</p><script>let a = 1</script>',
      'text/html; charset=utf-8',
    ]);
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self' 'wasm-unsafe-eval' 'sha256-");
  });
  test('leads to the slash that an address lacks', async () => {
    const answer = await get('/cs');
    expect([answer.status, answer.headers.get('location')]).toEqual([301, '/cs/']);
  });
  test('misses a page in the language of its address, else of the reader', async () => {
    expect([(await get('/en/x/')).status, await (await get('/en/x/')).text()]).toEqual([404, '<p>en 404</p>']);
    expect(await (await get('/x')).text()).toBe('<p>cs 404</p>');
  });
  test('gives nothing from outside the site, and survives an address that is none', async () => {
    for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/%zz'])
      expect((await get(path)).status, path).toBe(404);
  });
});

test('inline scripts are those without an address', () => {
  expect(inlineScripts('<script>a</script><script src="/b.js"></script><script type="module">c\n</script>')).toEqual([
    'a',
    'c\n',
  ]);
});
