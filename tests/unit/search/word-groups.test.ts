import { describe, expect, test } from 'vitest';
import { groupWords, type GroupedLocale } from '../../../src/lib/search/word-groups.ts';
import { normalForm } from '../../../src/lib/search/normal-form.ts';
import { families } from './families.ts';

const atLeast = { cs: 0.95, el: 0.97, ru: 0.98 } as const;

describe.each(Object.keys(families) as GroupedLocale[])('word forms of %s', (locale) => {
  const wanted = families[locale].map((family) => [...new Set(family.split(' ').map(normalForm))]);
  const groups = groupWords(
    families[locale].flatMap((family) => family.split(' ')),
    locale,
  );
  const groupOf = (word: string) => groups.find((group) => group.includes(word)) ?? [];

  test('a word finds its other forms', () => {
    const pairs = wanted.flatMap((family) => family.flatMap((word) => family.map((other) => ({ word, other }))));
    const found = pairs.filter(({ word, other }) => groupOf(word).includes(other));
    const missed = wanted.flatMap((family) => family.filter((word) => !groupOf(family[0] ?? '').includes(word)));
    expect(found.length / pairs.length, `missed: ${missed.join(' ')}`).toBeGreaterThanOrEqual(atLeast[locale]);
  });

  test('and no word of another family', () => {
    const wrong = wanted.flatMap((family, index) =>
      family.flatMap((word) =>
        groupOf(word)
          .filter((other) => !family.includes(other))
          .map((other) => `${word} ~ ${other} (${index})`),
      ),
    );
    expect(wrong).toEqual([]);
  });
});
