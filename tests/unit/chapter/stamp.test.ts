import { describe, expect, test } from 'vitest';
import { frontMatterBlock, readFrontMatter } from '../../../src/lib/chapter/front-matter.ts';
import { readOutline } from '../../../src/lib/chapter/outline.ts';
import { findParting, writeSections } from '../../../src/lib/chapter/stamp.ts';

const sections = new Map([
  ['intro', '000000000001'],
  ['keep-it', '1e2345678901'],
  ['--rm-removes', 'ffffffffffff'],
]);

const page = (sectionLines: string) =>
  `---\ntitle: Svazky  # komentář\n${sectionLines}description: 'Uchovejte je.'\n---\n\nText.\n`;

describe('writing sections', () => {
  test('adds them to a page that has none, and changes no other byte', () => {
    const text = page('');
    const stamped = writeSections(text, sections);
    expect(stamped.replace(/sections:\n(?:  .*\n)+/, '')).toBe(text);
    expect(readFrontMatter('content/cs/volumes.mdx', stamped, 'cs')).toMatchObject({
      ok: true,
      value: { title: 'Svazky', sections: Object.fromEntries(sections) },
    });
  });

  test('replaces those that are there, where they are', () => {
    const stamped = writeSections(page('sections:\n  intro: "aaaaaaaaaaaa"\n  gone: "bbbbbbbbbbbb"\n'), sections);
    expect(stamped).toBe(
      page('sections:\n  intro: "000000000001"\n  keep-it: "1e2345678901"\n  "--rm-removes": "ffffffffffff"\n'),
    );
  });

  test('is the same done twice', () => {
    const once = writeSections(page(''), sections);
    expect(writeSections(once, sections)).toBe(once);
  });

  test('keeps a digest of digits a text', () => {
    const stamped = readFrontMatter(
      'content/cs/volumes.mdx',
      writeSections(page(''), new Map([['intro', '123456789012']])),
      'cs',
    );
    expect(stamped).toMatchObject({ ok: true, value: { sections: { intro: '123456789012' } } });
  });
});

describe('where the headings of two pages part', () => {
  const outline = (text: string) => {
    const read = readOutline('page.mdx', text);
    if (!read.ok) throw new Error('the page is sound');
    return read.value;
  };
  const source = outline('## One\n\n### Two\n\n## Three\n');

  test('nowhere', () => expect(findParting(source, outline('## Jedna\n\n### Dvě\n\n## Tři\n'))).toBeUndefined());
  test('at another level', () =>
    expect(findParting(source, outline('## Jedna\n\n## Dvě\n\n## Tři\n'))).toMatchObject({
      source: { title: 'Two' },
      translation: { title: 'Dvě' },
    }));
  test('at a missing heading', () =>
    expect(findParting(source, outline('## Jedna\n\n### Dvě\n'))).toMatchObject({
      source: { title: 'Three' },
      translation: undefined,
    }));
  test('at one too many', () =>
    expect(findParting(source, outline('## Jedna\n\n### Dvě\n\n## Tři\n\n## Čtyři\n'))).toMatchObject({
      source: undefined,
      translation: { title: 'Čtyři' },
    }));
});

test.each([
  ['---\ntitle: a\n---\nText', 'title: a\n'],
  ['---\n---\n', ''],
  ['---\ntitle: a\n---', 'title: a\n'],
])('the front matter of %j is %j', (text, yaml) => expect(frontMatterBlock(text)?.yaml).toBe(yaml));

test.each(['Text', ' ---\ntitle: a\n---\n', '---\ntitle: a\n'])('%j has none', (text) =>
  expect(frontMatterBlock(text)).toBeUndefined(),
);
