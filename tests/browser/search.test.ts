import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { allLocales, type Locale } from '../../src/lib/locale/locales.ts';
import { visiting } from './visit.ts';

const visit = visiting();

const pages = new Map<Locale, Page>();

/** Opens the search of a language once, and asks it again and again. */
async function find(locale: Locale, query: string): Promise<string[]> {
  const page = pages.get(locale) ?? (await openSearch(locale));
  await page.locator('site-search input').fill(query);
  const answer = page.locator(`site-search[data-answered="${query}"]`);
  await answer.waitFor({ state: 'attached' });
  while (await page.locator('site-search .more').isVisible()) {
    const before = await page.locator('site-search .results > li').count();
    await page.locator('site-search .more').click();
    await page.locator('site-search .results > li').nth(before).waitFor();
  }
  return page
    .locator('site-search .results > li > a')
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
}

async function openSearch(locale: Locale): Promise<Page> {
  const { page } = await visit.open(`/${locale}/`);
  await page.locator('site-search .open').click();
  pages.set(locale, page);
  return page;
}

const forms: Record<Locale, string[]> = {
  en: ['container', 'containers', 'Container'],
  cs: ['kontejner', 'kontejneru', 'KONTEJNERY', 'kontejnerům'],
  el: ['εικόνα', 'εικονα', 'εικόνες', 'ΕΙΚΟΝΩΝ'],
  ru: ['контейнер', 'контейнера', 'контейнерами'],
};

describe.each(allLocales)('search in %s', (locale) => {
  test('every form of a word finds the same pages', async () => {
    const first = (await find(locale, forms[locale][0] ?? '')).toSorted();
    expect(first.length).toBeGreaterThan(0);
    for (const form of forms[locale].slice(1)) expect((await find(locale, form)).toSorted(), form).toEqual(first);
  });

  test('finds pages of its own language only', async () => {
    const found = await find(locale, forms[locale][0] ?? '');
    expect(found.filter((path) => !path.startsWith(`/${locale}/`))).toEqual([]);
  });

  test('finds a technical token as it is written', async () => {
    expect(await find(locale, 'docker')).not.toEqual([]);
    expect(await find(locale, '--rm')).not.toEqual([]);
  });

  test('says so when there is nothing', async () => {
    expect(await find(locale, '集装箱')).toEqual([]);
  });
});

test('nothing of the search is loaded before somebody searches', async () => {
  const { page } = await visit.open('/en/');
  const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  expect(loaded.filter((name) => /pagefind|\/search\//.test(name))).toEqual([]);
});

test('the arrow keys walk through what was found', async () => {
  const { page } = await visit.open('/en/');
  await page.keyboard.press('Control+k');
  await page.locator('site-search input').fill('container');
  await page.locator('site-search .results a').first().waitFor();
  await page.keyboard.press('ArrowDown');
  expect(await page.evaluate(() => document.activeElement?.closest('.results') !== null)).toBe(true);
  await page.keyboard.press('ArrowUp');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
});
