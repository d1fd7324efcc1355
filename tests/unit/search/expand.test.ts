import { expect, test } from 'vitest';
import { expandQuery, readGroups } from '../../../src/lib/search/expand.ts';
import { groupWords, writeGroups } from '../../../src/lib/search/word-groups.ts';

const czech = readGroups(
  writeGroups(
    groupWords(
      'kontejner kontejneru kontejnery svazek svazku svazky orchestrace síť sítě obraz obrazu obrazech'.split(' '),
      'cs',
    ),
  ),
);

test('a search asks for what was typed first, then for the other forms', () => {
  expect(expandQuery('svazek', czech)).toEqual(['svazek', 'svazku', 'svazky']);
});

test('forms that begin like a shorter one are found with it', () => {
  expect(expandQuery('kontejneru', czech)).toEqual(['kontejneru', 'kontejner']);
});

test('accents and capitals do not matter', () => {
  expect(expandQuery('SITE', czech)).toEqual(['SITE', 'sit']);
});

test('a form that the site does not use finds those that it uses', () => {
  expect(expandQuery('kontejnerech', czech)).toEqual(['kontejner']);
});

test('every word of a query is expanded, and the number of searches stays bounded', () => {
  expect(expandQuery('svazek obrazu', czech)).toContain('svazku obraz');
  expect(expandQuery('svazek svazek svazek svazek svazek', czech).length).toBeLessThanOrEqual(24);
});

test('a technical token stays itself', () => {
  expect(expandQuery('--restart=Never', czech)).toEqual(['--restart=Never']);
});
