import { expect, test } from 'vitest';
import { parseManifest } from '../../../src/lib/manifest/parse.ts';

const value = (text: string): unknown => {
  const parsed = parseManifest('pod.yaml', `it: ${text}\n`);
  return parsed.ok ? (parsed.value[0]?.toJS() as { it: unknown }).it : parsed.diagnostics;
};

// What kubectl makes of each, by its own reader: `kubectl create --dry-run=client -o json`.
test.each([
  ['0644', 420],
  ['yes', true],
  ['on', true],
  ['"yes"', 'yes'],
  ['1_000', 1000],
  ['2026-01-15', '2026-01-15'],
  ['~', null],
  ['80', 80],
])('%s is %j to kubectl', (text, wanted) => {
  expect(value(text)).toEqual(wanted);
});

test('a tab in the indentation has its place', () => {
  const parsed = parseManifest('pod.yaml', 'kind: Pod\nmetadata:\n\tname: a\n');
  expect(parsed.ok ? [] : parsed.diagnostics[0]).toMatchObject({ path: 'pod.yaml', line: 3, code: 'manifest/yaml' });
});
