import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { allLocales } from '../../src/lib/locale/locales.ts';
import { landmarks, visiting } from './visit.ts';

const visit = visiting();
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const places = ['start', 'chapter', 'example', 'examples', 'missing'] as const;

/** What axe finds wrong with a page whose details are open, one line a rule. */
async function faults(page: Page): Promise<string[]> {
  await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`).join('; ')}`,
  );
}

test('axe finds a fault that is there', async () => {
  const { page } = await visit.open('/en/');
  await page.evaluate(() => document.querySelector('main')?.append(document.createElement('img')));
  expect(await faults(page)).toEqual([expect.stringMatching(/^image-alt: /)]);
});

test('axe finds nothing in any chapter', { timeout: 600_000 }, async () => {
  for (const chapter of (await landmarks('en')).chapters) {
    const { page, context } = await visit.open(chapter);
    expect(await faults(page), chapter).toEqual([]);
    await context.close();
  }
});

describe.each(allLocales)('in %s', (locale) => {
  describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
    test.each(places)('axe finds nothing on the page: %s', async (place) => {
      const { page, context } = await visit.open((await landmarks(locale))[place], { colorScheme });
      expect(await faults(page)).toEqual([]);
      await context.close();
    });
  });

  test('a page is no wider than a phone', async () => {
    for (const place of places) {
      const { page, context } = await visit.open((await landmarks(locale))[place], {
        viewport: { width: 360, height: 740 },
      });
      const { scrollWidth, clientWidth } = await page.evaluate(() => ({
        scrollWidth: document.documentElement.scrollWidth,
        clientWidth: document.documentElement.clientWidth,
      }));
      expect(scrollWidth, place).toBeLessThanOrEqual(clientWidth);
      await context.close();
    }
  });
});
