import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { describe, expect, test } from 'vitest';
import { allLocales } from '../../src/lib/locale/locales.ts';
import { landmarks, visiting } from './visit.ts';

const visit = visiting();
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const places = ['start', 'chapter', 'example', 'examples', 'missing'] as const;

describe.each(allLocales)('in %s', (locale) => {
  describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
    test.each(places)('axe finds nothing on the page: %s', async (place) => {
      const { page } = await visit.open((await landmarks(locale))[place], { colorScheme });
      await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() =>
        (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
      );
      expect(
        violations.map(
          ({ id, nodes }) =>
            `${id}: ${nodes.map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`).join('; ')}`,
        ),
      ).toEqual([]);
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
