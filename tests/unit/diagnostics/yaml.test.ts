import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { nearest } from '../../../src/lib/diagnostics/nearest.ts';
import { parseYaml } from '../../../src/lib/diagnostics/yaml.ts';

const schema = z.strictObject({
  title: z.string(),
  steps: z.array(
    z.union([
      z.strictObject({ run: z.string(), within: z.string().optional() }),
      z.strictObject({ wait: z.strictObject({ for: z.string() }) }),
    ]),
  ),
});

const problems = (text: string) => {
  const parsed = parseYaml('a.yaml', text, schema);
  return parsed.ok
    ? []
    : parsed.diagnostics.map(({ line, column, code, message }) => `${line}:${column} ${code} ${message}`);
};

test('a sound text gives its value', () => {
  expect(parseYaml('a.yaml', 'title: A\nsteps:\n  - run: ls\n', schema)).toEqual({
    ok: true,
    value: { title: 'A', steps: [{ run: 'ls' }] },
  });
});

describe('each complaint has its place', () => {
  test.each([
    ['no YAML', 'title: "A\n', /^\d+:\d+ yaml\/syntax/],
    ['a key that is missing', 'title: A\n', /^1:1 yaml\/missing-key "steps" is missing$/],
    ['an unknown key', 'titel: A\ntitle: B\nsteps: []\n', /^1:1 yaml\/unknown-key unknown key "titel" at the top$/],
    ['a value of another type', 'title: 7\nsteps: []\n', /^1:1 yaml\/invalid-value .* in "title"$/],
    [
      'a wrong value deep inside',
      'title: A\nsteps:\n  - run: ls\n  - run: ls\n    within: 7\n',
      /^5:5 yaml\/invalid-value .* in "steps.1.within"$/,
    ],
    [
      'an unknown key in one of several kinds',
      'title: A\nsteps:\n  - run: ls\n    withn: 7s\n',
      /^4:5 yaml\/unknown-key unknown key "withn" in "steps.0"$/,
    ],
    [
      'a kind that there is not',
      'title: A\nsteps:\n  - rnu: ls\n',
      /^3:5 yaml\/unknown-key unknown key "rnu" in "steps.0"$/,
    ],
    [
      'a key missing in a nested object',
      'title: A\nsteps:\n  - wait: {}\n',
      /^3:5 yaml\/missing-key "for" is missing$/,
    ],
  ])('%s', (_, text, complaint) => {
    const [first] = problems(text);
    expect(first).toMatch(complaint);
  });
});

describe('the nearest known word', () => {
  test.each([
    ['tittle', 'title'],
    ['STEPS', 'steps'],
    ['stps', 'steps'],
    ['setps', 'steps'],
    ['volume', undefined],
  ])('to %s is %s', (word, found) => expect(nearest(word, ['title', 'steps'])).toBe(found));

  test('is the nearer of two', () => expect(nearest('images', ['image', 'imago'])).toBe('image'));
});
