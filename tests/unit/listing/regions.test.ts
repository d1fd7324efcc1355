import { expect, test } from 'vitest';
import { findRegions } from '../../../src/lib/listing/regions.ts';

const regionsOf = (text: string) => findRegions(text).regions;
const problemsOf = (text: string) => findRegions(text).problems.map(({ line, message }) => `${line}: ${message}`);

test('a region is what stands between its marks', () => {
  expect(regionsOf('a\n# region build\nb\nc\n# endregion\nd\n')).toEqual([{ name: 'build', from: 3, to: 4 }]);
});

test('marks are comments of any of the languages shown', () => {
  for (const [open, close] of [
    ['// region x', '// endregion'],
    ['/* region x */', '/* endregion */'],
    ['<!-- region x -->', '<!-- endregion -->'],
    ['  -- region x', '  -- endregion x'],
    ['{{/* region x */}}', '{{- /* endregion */ -}}'],
  ])
    expect(regionsOf(`${open}\nb\n${close}\n`), open).toEqual([{ name: 'x', from: 2, to: 2 }]);
});

test('regions lie in one another', () => {
  const text = '# region outer\na\n# region inner\nb\n# endregion\n# endregion\n';
  expect(regionsOf(text)).toEqual([
    { name: 'inner', from: 4, to: 4 },
    { name: 'outer', from: 2, to: 5 },
  ]);
});

test('a comment that merely speaks of a region is none', () => {
  expect(findRegions('# the region eu-central-1 is far away\n').marks.size).toBe(0);
  expect(findRegions('# region eu is far away\n').marks.size).toBe(0);
});

test('a region without an end is a problem at its beginning', () => {
  expect(problemsOf('a\n# region build\nb\n')).toEqual(['2: region "build" has no end']);
});

test('an end without a region is a problem', () => {
  expect(problemsOf('a\n# endregion\n')).toEqual(['2: this endregion ends nothing']);
});

test('two regions of one name are a problem at the second', () => {
  expect(problemsOf('# region x\na\n# endregion\n# region x\nb\n# endregion\n')).toEqual([
    '4: region "x" is there twice',
  ]);
});

test('a region without a name is a problem', () => {
  expect(problemsOf('# region\na\n# endregion\n')).toEqual(['1: this region has no name']);
});
