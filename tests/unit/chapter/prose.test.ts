import { expect, test } from 'vitest';
import { readOutline } from '../../../src/lib/chapter/outline.ts';
import { codeMask, countWords, markupMask, proseOf } from '../../../src/lib/chapter/prose.ts';

const text = `---
title: "Images: what they are"
description: One sentence.
---

See **one** \`docker run\` and [a link](../images/).

<Listing example="greeting" file="a.txt" />

<Tip title="Two terminals">

Inside.

</Tip>
`;

const outline = readOutline('content/en/images.mdx', text);
if (!outline.ok) throw new Error('the page is sound');
const prose = proseOf(outline.value);

test('every word of the prose is where it is in the file', () => {
  expect(prose).toHaveLength(text.length);
  for (const word of ['Images: what they are', 'One sentence.', 'one', 'a link', 'Two terminals', 'Inside.'])
    expect(prose.indexOf(word)).toBe(text.indexOf(word));
});

test('code and markup are masked, lines are kept', () => {
  for (const word of ['docker', 'greeting', '../images/', '**', 'title:']) expect(prose).not.toContain(word);
  expect(prose).toContain(codeMask.repeat('`docker run`'.length));
  expect(prose.split('\n').map(({ length }) => length)).toEqual(text.split('\n').map(({ length }) => length));
  expect(prose).toContain(`See ${markupMask}${markupMask}one${markupMask}${markupMask} `);
});

test.each([
  ['one two', 2],
  ['rock ’n’ roll', 3],
  ['it’s well-known', 2],
  ['Контейнер запущен — да', 3],
  [`${codeMask.repeat(8)} stays`, 1],
  ['', 0],
])('"%s" has %i words', (words, count) => expect(countWords(words)).toBe(count));
