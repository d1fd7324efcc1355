import { expect, test } from 'vitest';
import { sectionDigests } from '../../../src/lib/chapter/digest.ts';
import { readOutline } from '../../../src/lib/chapter/outline.ts';
import { sectionDigest } from '../../../src/lib/chapter/schema.ts';

function digestsOf(body: string, head = { title: 'Images', description: 'What they are.' }): Record<string, string> {
  const outline = readOutline('content/en/images.mdx', `---\ntitle: x\ndescription: y\n---\n\n${body}`);
  if (!outline.ok) throw new Error(JSON.stringify(outline.diagnostics));
  return Object.fromEntries(sectionDigests(outline.value, head));
}

const body = 'The lead\nof the page.\n\n## One\n\nText.\n\n### Two\n\nMore text.\n';
const digests = digestsOf(body);

test('every section has one, as front matter accepts it', () => {
  expect(Object.keys(digests)).toEqual(['intro', 'one', 'two']);
  for (const digest of Object.values(digests)) expect(digest).toMatch(sectionDigest);
});

test('wrapping a paragraph anew and comments change nothing', () => {
  expect(digestsOf(body.replace('lead\nof', 'lead of'))).toEqual(digests);
  expect(digestsOf(body.replace('More', '{/* Why? */}\n\nMore'))).toEqual(digests);
});

test('a word changes its own section and no other', () => {
  expect(digestsOf(body.replace('Text.', 'Texts.'))).toEqual({
    ...digests,
    one: expect.not.stringMatching(digests['one'] ?? ''),
  });
});

test('so does an attribute of what the section shows', () => {
  const listing = (region: string) =>
    digestsOf(`${body}\n<Listing example="a" file="b" region="${region}" />\n`)['two'];
  expect(listing('c')).not.toBe(listing('d'));
});

test('title and description count into the introduction', () => {
  const renamed = digestsOf(body, { title: 'Layers', description: 'What they are.' });
  expect(renamed['intro']).not.toBe(digests['intro']);
  expect({ ...renamed, intro: '' }).toEqual({ ...digests, intro: '' });
});
