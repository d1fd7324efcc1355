import { describe, expect, test } from 'vitest';
import { allLocales } from '../../src/lib/locale/locales.ts';
import { landmarks, visiting } from './visit.ts';

const visit = visiting();

/** Runs in the page: each label that comes nearer than 3 units to the edge of its box, runs out of its drawing, or lies on another label. */
function misfits(): string[] {
  const found: string[] = [];
  for (const svg of document.querySelectorAll<SVGSVGElement>('.diagram svg')) {
    const drawing = svg.querySelector('title')?.textContent ?? '';
    const frame = svg.viewBox.baseVal;
    const within = (inner: DOMRect, outer: { x: number; y: number; width: number; height: number }) =>
      inner.x >= outer.x &&
      inner.y >= outer.y &&
      inner.x + inner.width <= outer.x + outer.width &&
      inner.y + inner.height <= outer.y + outer.height;
    const boxes = [...svg.querySelectorAll<SVGRectElement>('rect')].map((rect) => rect.getBBox());
    const texts = [...svg.querySelectorAll<SVGTextElement>('text')].map((text) => ({
      words: (text.textContent ?? '').trim(),
      bounds: text.getBBox(),
    }));
    for (const [index, { words, bounds }] of texts.entries()) {
      const complain = (what: string) => found.push(`${drawing}: "${words}" ${what}`);
      if (!within(bounds, frame)) complain('runs out of the drawing');
      const [x, y] = [bounds.x + bounds.width / 2, bounds.y + bounds.height / 2];
      const [home] = boxes
        .filter((box) => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height)
        .toSorted((a, b) => a.width * a.height - b.width * b.height);
      const room =
        home === undefined ? frame : { x: home.x + 3, y: home.y, width: home.width - 6, height: home.height };
      if (!within(bounds, room)) complain('has no room in its box');
      for (const other of texts.slice(index + 1)) {
        const apart =
          other.bounds.x >= bounds.x + bounds.width ||
          bounds.x >= other.bounds.x + other.bounds.width ||
          other.bounds.y >= bounds.y + bounds.height ||
          bounds.y >= other.bounds.y + other.bounds.height;
        if (!apart) complain(`lies on "${other.words}"`);
      }
    }
  }
  return found;
}

describe.each(allLocales)('in %s', (locale) => {
  test('every word of a drawing has room', async () => {
    const { page, context } = await visit.open(`/${locale}/`);
    let drawings = 0;
    const found: string[] = [];
    for (const chapter of (await landmarks(locale)).chapters) {
      await page.goto(new URL(chapter, page.url()).href);
      drawings += await page.locator('.diagram svg').count();
      found.push(...(await page.evaluate(misfits)));
    }
    await context.close();
    expect(drawings).toBeGreaterThan(0);
    expect(found).toEqual([]);
  });
});
