import { describe, expect, test } from 'vitest';
import { allLocales } from '../../src/lib/locale/locales.ts';
import { landmarks, siteUrl, visiting } from './visit.ts';

const visit = visiting();

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(siteUrl + path, { redirect: 'manual', headers });

describe('the root', () => {
  test.each([
    ['cs', '/cs/'],
    ['cs-CZ,cs;q=0.9,en;q=0.8', '/cs/'],
    ['de, ru;q=0.5, el;q=0.7', '/el/'],
    ['RU', '/ru/'],
    ['fr-FR,fr;q=0.9', '/en/'],
    ['el;q=0, cs;q=0.3', '/cs/'],
    ['csb, ru;q=0.1', '/ru/'],
    ['', '/en/'],
  ])('leads who asks for "%s" to %s', async (wish, place) => {
    const answer = await get('/', { 'Accept-Language': wish });
    expect(answer.status).toBe(302);
    expect(new URL(answer.headers.get('location') ?? '', siteUrl).pathname).toBe(place);
    expect(answer.headers.get('vary')).toContain('Accept-Language');
  });
});

describe('a page that is not there', () => {
  test.each(allLocales)('is missed in the language of its address: %s', async (locale) => {
    const answer = await get(`/${locale}/no/such/page/`, { 'Accept-Language': 'fr' });
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain(`<html lang="${locale}"`);
  });
  test('outside of all languages is missed in the reader’s', async () => {
    expect(await (await get('/nowhere/', { 'Accept-Language': 'cs' })).text()).toContain('<html lang="cs"');
  });
});

describe('headers', () => {
  test('of a page: asked anew each time, and a policy without inline exceptions for scripts', async () => {
    const { headers } = await get((await landmarks('en')).chapter);
    expect(headers.get('cache-control')).toBe('no-cache');
    const scripts =
      headers
        .get('content-security-policy')
        ?.split('; ')
        .find((directive) => directive.startsWith('script-src')) ?? '';
    expect(scripts).toContain("'self'");
    expect(scripts).not.toMatch(/unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')|https?:|\*/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
  test('of a page that is not there: the same policy', async () => {
    expect((await get('/en/no-such-page/')).headers.get('content-security-policy')).toContain('script-src');
  });
  test('of the choice of language: the same policy', async () => {
    const { headers } = await get('/');
    expect(headers.get('content-security-policy')).toContain('script-src');
    expect(headers.get('cache-control')).toBe('no-cache');
  });
  test('of hashed files: kept for a year', async () => {
    const html = await (await get('/en/')).text();
    const [, asset = ''] = /href="(\/_astro\/[^"]+\.css)"/.exec(html) ?? [];
    const { headers, status } = await get(asset);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^text\/css/);
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });
  test('of what the search found by its hash: kept for a year', async () => {
    const { page } = await visit.open('/en/');
    const loaded: [path: string, caching: string | undefined][] = [];
    page.on('response', (answer) => loaded.push([new URL(answer.url()).pathname, answer.headers()['cache-control']]));
    await page.locator('site-search .open').click();
    await page.locator('site-search input').fill('container');
    await page.locator('site-search .results a').first().waitFor();
    for (const folder of ['fragment', 'index']) {
      const hashed = loaded.filter(([path]) => path.startsWith(`/pagefind/${folder}/`));
      expect(hashed, folder).not.toEqual([]);
      for (const [path, caching] of hashed) expect(caching, path).toBe('public, max-age=31536000, immutable');
    }
  });
  test('of text: compressed beforehand, so that its length is known', async () => {
    const { chapter } = await landmarks('en');
    const html = await (await get(chapter)).text();
    const [, style = ''] = /href="(\/_astro\/[^"]+\.css)"/.exec(html) ?? [];
    const [, script = ''] = /<script[^>]*\ssrc="(\/_astro\/[^"]+\.js)"/.exec(html) ?? [];
    for (const path of [chapter, style, script, '/search/cs.txt']) {
      const answer = await get(path, { 'Accept-Encoding': 'gzip' });
      expect(answer.status, path).toBe(200);
      expect(answer.headers.get('content-encoding'), path).toBe('gzip');
      expect(answer.headers.get('vary'), path).toContain('Accept-Encoding');
      // What is compressed while it is sent has no length.
      const length = Number(answer.headers.get('content-length'));
      expect(length, path).toBeGreaterThan(0);
      expect(length, path).toBeLessThan((await answer.arrayBuffer()).byteLength);
    }
  });
});

test('an address without its slash leads to the one with it', async () => {
  const { chapter } = await landmarks('en');
  const answer = await get(chapter.slice(0, -1));
  expect(answer.status).toBe(301);
  expect(new URL(answer.headers.get('location') ?? '', siteUrl).pathname).toBe(chapter);
});
