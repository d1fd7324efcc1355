import { expect, test } from 'vitest';
import { drawDiagram } from '../../../src/lib/diagram/draw.ts';

const words = (labels: Record<string, string>) => ({ title: 'A & B', description: 'A goes to B.', labels });
const draw = (inner: string, labels: Record<string, string> = {}) => {
  const drawn = drawDiagram(
    'ab',
    `<svg viewBox="0 0 640 100" xmlns="http://www.w3.org/2000/svg">${inner}</svg>`,
    words(labels),
  );
  return typeof drawn === 'string' ? drawn : JSON.stringify(drawn);
};

test('a label is filled in, and is text whatever it holds', () => {
  expect(draw('<text x="1" y="2">{{name}}</text>', { name: '<b> & "c"' })).toContain(
    '<text x="1" y="2">&lt;b&gt; &amp; &quot;c&quot;</text>',
  );
});

test('a label of two lines stands around its middle', () => {
  expect(draw('<text x="9" y="2">{{name}}</text>', { name: 'one\ntwo' })).toContain(
    '<tspan x="9" dy="-0.625em">one</tspan><tspan x="9" dy="1.25em">two</tspan>',
  );
});

test('a drawing says what it is and what it shows', () => {
  expect(draw('')).toMatch(
    /^<svg viewBox="0 0 640 100"[^>]* width="640" role="img" aria-labelledby="diagram-ab-title" aria-describedby="diagram-ab-desc"><title id="diagram-ab-title">A &amp; B<\/title>/,
  );
});

test('ids are the drawing’s own', () => {
  expect(draw('<g id="x"/><use href="#x"/><path clip-path="url(#x)"/>')).toContain(
    '<g id="diagram-ab-x"/><use href="#diagram-ab-x"/><path clip-path="url(#diagram-ab-x)"/>',
  );
});

test('an arrow has the head of its line’s colour', () => {
  expect(draw('<path class="d-line d-arrow" d="M0 0"/>')).toContain(
    '<path marker-end="url(#diagram-ab-arrow)" class="d-line d-arrow"',
  );
  expect(draw('<path class="d-line d-arrow d-bad" d="M0 0"/>')).toContain(
    '<path marker-end="url(#diagram-ab-arrowbad)"',
  );
});

test('a label without words, and words without a label, are told apart', () => {
  expect(draw('<text>{{a}}</text>', { b: 'x' })).toBe(JSON.stringify({ missing: ['a'], unused: ['b'] }));
});
