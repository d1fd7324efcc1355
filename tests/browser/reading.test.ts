import { describe, expect, test } from 'vitest';
import { allLocales } from '../../src/lib/locale/locales.ts';
import { landmarks, siteUrl, visiting } from './visit.ts';

const visit = visiting();

describe.each(allLocales)('in %s', (locale) => {
  test('no page breaks the policy, throws, or asks another site for anything', async () => {
    const places = await landmarks(locale);
    for (const place of [places.start, places.chapter, places.example, places.examples]) {
      const { complaints, strangers, context } = await visit.open(place);
      expect(complaints, place).toEqual([]);
      expect(strangers, place).toEqual([]);
      await context.close();
    }
  });

  test('nor does any chapter, the glossary, or a page that is not there', async () => {
    const places = await landmarks(locale);
    const { page, complaints, strangers, context } = await visit.open(places.start);
    for (const place of [...places.chapters, `/${locale}/glossary/`, `/${locale}/404/`, places.missing]) {
      await page.goto(siteUrl + place, { waitUntil: 'load' });
      // Chromium complains of the answer 404 itself.
      const own = complaints.splice(0).filter((text) => place !== places.missing || !text.includes('status of 404'));
      expect([...own, ...strangers.splice(0)], place).toEqual([]);
    }
    await context.close();
  });

  test('nor does a search', async () => {
    const { page, complaints, strangers } = await visit.open(`/${locale}/`);
    await page.locator('site-search .open').click();
    await page.locator('site-search input').fill('docker');
    await page.locator('site-search .results a').first().waitFor();
    expect([...complaints, ...strangers]).toEqual([]);
  });
});

test('the root itself needs no script and asks nobody', async () => {
  const { complaints, strangers } = await visit.open('/index.html', { javaScriptEnabled: false });
  expect([...complaints, ...strangers]).toEqual([]);
});

test('the copy button of a session copies its commands and nothing else', async () => {
  const { page, context } = await visit.open((await landmarks('en')).example);
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: siteUrl });
  const session = page.locator('.terminal').first();
  const commands = await session
    .locator('.command')
    .evaluateAll((blocks) =>
      blocks.map((block) =>
        [...block.querySelectorAll('code')]
          .map((line) => (line.textContent ?? '').replace(/^[$>] /, '').replace(/\n$/, ''))
          .join('\n'),
      ),
    );
  await session.getByRole('button').click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(commands.join('\n'));
  expect(await session.getByRole('status').textContent()).not.toBe('');
});

test('a change of language stays in the section', async () => {
  const { page } = await visit.open((await landmarks('en')).example);
  const id = await page.locator('main h2[id]').last().getAttribute('id');
  await page.goto(`${page.url()}#${id}`);
  await page.locator('header details.languages summary').click();
  await page.locator('header details.languages a[hreflang="cs"]').click();
  await page.waitForURL(`**/cs/**#${id}`);
  expect(await page.locator(`h2#${id}`).count()).toBe(1);
});

test('a page can be read, and languages changed, without a script', async () => {
  const { page } = await visit.open((await landmarks('en')).chapter, { javaScriptEnabled: false });
  expect(await page.locator('main').innerText()).not.toBe('');
  await page.locator('header details.languages summary').click();
  await page.locator('header details.languages a[hreflang="ru"]').click();
  await page.waitForURL('**/ru/**');
});

test('the theme that a reader chooses is there on the next page', async () => {
  const { page } = await visit.open((await landmarks('en')).chapter, { colorScheme: 'light' });
  await page.locator('header starlight-theme-select select').selectOption('dark');
  await page.goto(`${siteUrl}/en/`);
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
});

test('a page that is read in the dark is printed in the light', async () => {
  const { page } = await visit.open((await landmarks('en')).chapter, { colorScheme: 'dark' });
  const theme = () => page.evaluate(() => document.documentElement.dataset['theme']);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  expect(await theme()).toBe('light');
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  expect(await theme()).toBe('dark');
});
