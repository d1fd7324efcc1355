import { authoringComponents } from '../lib/chapter/components.ts';
import type { Component, Outline } from '../lib/chapter/outline.ts';
import type { Diagnostic } from '../lib/diagnostics/diagnostic.ts';
import { nearest } from '../lib/diagnostics/nearest.ts';
import { defineCheck } from './check.ts';
import { problemIn } from './problem.ts';

export const componentsKnown = defineCheck({
  name: 'components-known',
  promise: 'chapters use the components of docs/writing.md with their attributes, and no HTML, JavaScript or images',
  run: (book) =>
    book.readable.flatMap(({ page }) => [
      ...page.components.filter(({ name }) => /^[A-Z]/.test(name)).flatMap((component) => problemsOf(page, component)),
      ...page.foreign.map(({ text, start }) => {
        const message = `"${firstLine(text)}" is no part of a chapter`;
        return problemIn(page, start, {
          code: 'component/foreign',
          message,
          fix: 'use prose and the components of docs/writing.md',
        });
      }),
    ]),
});

function problemsOf(page: Outline, { name, attributes, start, within }: Component): Diagnostic[] {
  const known = authoringComponents[name];
  if (known === undefined) {
    const guess = nearest(name, Object.keys(authoringComponents));
    const fix =
      guess === undefined ? `write one of: ${Object.keys(authoringComponents).join(', ')}` : `write <${guess}>`;
    return [problemIn(page, start, { code: 'component/unknown', message: `there is no component <${name}>`, fix })];
  }
  const names = [...known.required, ...known.optional];
  const missing = known.required.filter((wanted) => !attributes.some((attribute) => attribute.name === wanted));
  const misplaced = parentOf[name] !== undefined && within.at(-1) !== parentOf[name];
  return [
    ...(misplaced
      ? [
          problemIn(page, start, {
            code: 'component/misplaced',
            message: `<${name}> stands outside <${parentOf[name]}>`,
            fix: `put it into <${parentOf[name]}>`,
          }),
        ]
      : []),
    ...missing.map((wanted) =>
      problemIn(page, start, {
        code: 'component/missing-attribute',
        message: `<${name}> has no "${wanted}"`,
        fix: `add ${wanted}="…"`,
      }),
    ),
    ...attributes.flatMap((attribute) => {
      if (!names.includes(attribute.name)) {
        const guess = nearest(attribute.name, names);
        const fix =
          guess === undefined
            ? `take it out${names.length > 0 ? `; there are ${names.join(', ')}` : ''}`
            : `write ${guess}`;
        return [
          problemIn(page, attribute.start, {
            code: 'component/unknown-attribute',
            message: `<${name}> has no attribute "${attribute.name}"`,
            fix,
          }),
        ];
      }
      if (attribute.value?.trim()) return [];
      return [
        problemIn(page, attribute.start, {
          code: 'component/attribute-value',
          message: `"${attribute.name}" has no text`,
          fix: `write ${attribute.name}="…" in straight quotes`,
        }),
      ];
    }),
  ];
}

/** Components that mean something only inside another. */
const parentOf: Readonly<Record<string, string>> = { Hint: 'Exercise', Solution: 'Exercise', TabItem: 'Tabs' };

const firstLine = (text: string): string => {
  const line = text.split('\n')[0] ?? '';
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
};
