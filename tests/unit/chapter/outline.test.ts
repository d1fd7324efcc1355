import { satteriHeadingIdsPlugin } from '@astrojs/markdown-satteri';
import { mdxToJs } from 'satteri';
import { describe, expect, test } from 'vitest';
import { readOutline, type Outline } from '../../../src/lib/chapter/outline.ts';

const page = `---
title: Images
description: One sentence.
---

Lead with an <Term id="image">*image*</Term>.

## What's in \`docker run\`?

<Note title="A {brace}">

See [volumes](../volumes/#keep-it "title").

</Note>

<Listing
  example="greeting"
  file="a.txt" mark={5} />

### Řádek — ещё & so on

{/* A comment. */}

## What's in \`docker run\`?
`;

function outlineOf(text: string): Outline {
  const outline = readOutline('content/en/images.mdx', text);
  if (!outline.ok) throw new Error(JSON.stringify(outline.diagnostics));
  return outline.value;
}

/** The ids that the site’s own plugin gives to the headings. */
async function idsOfTheSite(text: string): Promise<string[]> {
  const data: { astro: { frontmatter: object; headings: { slug: string }[] } } = {
    astro: { frontmatter: {}, headings: [] },
  };
  const options = { hastPlugins: [satteriHeadingIdsPlugin()], features: { gfm: true, smartPunctuation: true }, data };
  await mdxToJs(text, options as never);
  return data.astro.headings.map(({ slug }) => slug);
}

describe('sections', () => {
  test('have the ids that the site gives to English headings', async () => {
    const [intro, ...sections] = outlineOf(page).sections;
    expect(intro).toMatchObject({ id: 'intro', depth: 1 });
    expect(sections.map(({ id }) => id)).toEqual(await idsOfTheSite(page));
    expect(sections).toHaveLength(3);
  });

  test('reach from their heading to the next one, and together cover the page', () => {
    const { sections, text } = outlineOf(page);
    expect(sections.map(({ start, end }) => text.slice(start, end)).join('')).toBe(
      text.slice(text.indexOf('Lead') - 1),
    );
    expect(text.slice(sections[2]?.start).startsWith('### Řádek')).toBe(true);
  });
});

describe('components', () => {
  test('come with their attributes, each at its place', () => {
    const { components, text } = outlineOf(page);
    expect(components.map(({ name }) => name)).toEqual(['Term', 'Note', 'Listing']);
    const attributes = components.flatMap((component) => component.attributes);
    expect(attributes.map(({ name, value }) => [name, value])).toEqual([
      ['id', 'image'],
      ['title', 'A {brace}'],
      ['example', 'greeting'],
      ['file', 'a.txt'],
      ['mark', undefined],
    ]);
    for (const { name, value, start, valueStart } of attributes) {
      expect(text.slice(start).startsWith(name)).toBe(true);
      if (value !== undefined) expect(text.slice(valueStart).startsWith(value)).toBe(true);
    }
  });

  test('know their words, their section and what they stand in', () => {
    const { components } = outlineOf('## A\n\n<Exercise>\n\n<Hint>\n\nLook *closer*.\n\n</Hint>\n\n</Exercise>\n');
    expect(components[1]).toMatchObject({ name: 'Hint', text: 'Look closer.', section: 'a', within: ['Exercise'] });
  });
});

test('links, inline code and comments are told apart', () => {
  const { links, inlineCode, foreign, positionAt } = outlineOf(page);
  expect(links).toMatchObject([{ url: '../volumes/#keep-it', section: 'whats-in-docker-run' }]);
  expect(inlineCode.map(({ text }) => text)).toEqual(['docker run', 'docker run']);
  expect(foreign).toEqual([]);
  expect(positionAt(links[0]?.start ?? 0)).toEqual({ line: 12, column: 5 });
});

test('columns are counted in UTF-16, as editors do', () => {
  const { links, positionAt } = outlineOf('𝒳 ř [a](../b/)\n');
  expect(positionAt(links[0]?.start ?? 0)).toEqual({ line: 1, column: 6 });
});
