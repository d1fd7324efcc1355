import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { authoringComponents } from '../../../src/lib/chapter/components.ts';
import { readOutline, type Component } from '../../../src/lib/chapter/outline.ts';

/** The examples of docs/writing.md are what writers copy. */
const guide = readFileSync(new URL('../../../docs/writing.md', import.meta.url), 'utf8');
const examples = [...guide.matchAll(/^```mdx\n([\s\S]*?)^```$/gm)].map(([, text]) => text ?? '');
const components: Component[] = examples.flatMap((text) => {
  const outline = readOutline('docs/writing.md', text);
  if (!outline.ok) throw new Error(`${text}\n${JSON.stringify(outline.diagnostics)}`);
  return [...outline.value.components];
});

test.each(Object.entries(authoringComponents))(
  '<%s> is shown with all that it can have',
  (name, { required, optional }) => {
    const shown = components.filter((component) => component.name === name);
    expect(shown).not.toEqual([]);
    const attributes = new Set(shown.flatMap((component) => component.attributes.map((attribute) => attribute.name)));
    expect([...required, ...optional].filter((attribute) => !attributes.has(attribute) && !isAside(name))).toEqual([]);
    for (const attribute of attributes) expect([...required, ...optional]).toContain(attribute);
  },
);

/** One aside with a title shows it for the three. */
const isAside = (name: string): boolean => ['Note', 'Caution'].includes(name);

test('no component is shown that there is not', () => {
  expect(components.map(({ name }) => name).filter((name) => authoringComponents[name] === undefined)).toEqual([]);
});
