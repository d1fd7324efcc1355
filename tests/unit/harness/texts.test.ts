import { expect, test } from 'vitest';
import { textProblem } from '../../../src/harness/check-text.ts';
import { bytes, fileSystem } from '../../../src/harness/steps/expect-image.ts';
import { qualified } from '../../../src/harness/cluster/node-images.ts';
import { splitCommand } from '../../../src/lib/example/command-line.ts';

test.each([
  ['hello\n', 'hello\n', true],
  ['hello\n', 'hello', false],
  ['hello\n', { contains: ['he', 'lo'] }, true],
  ['hello\n', { contains: 'world' }, false],
  ['hello\n', { lacks: 'world' }, true],
  ['hello\n', { lacks: 'hell' }, false],
  ['a\nb\n', { matches: '^b$' }, true],
  ['a\nb\n', { lines: 2 }, true],
  ['', { lines: 0 }, true],
  ['a', { lines: 0 }, false],
])('%j against %j', (text, wanted, fits) => {
  expect(textProblem(text, wanted) === undefined).toBe(fits);
});

test.each([
  ['docker run --rm "a b" c', ['docker', 'run', '--rm', 'a b', 'c']],
  ["curl -w '%{http_code}\\n' http://localhost", ['curl', '-w', '%{http_code}\\n', 'http://localhost']],
  ['a | b', undefined],
  ['echo $HOME', undefined],
  ['cat > file', undefined],
  ['ls *.yaml', undefined],
])('%s splits into %j', (line, words) => {
  expect(splitCommand(line)).toEqual(words);
});

test('a path is found through the links of its folders', () => {
  const has = fileSystem(
    'lrwxrwxrwx 0/0 0 2026-01-01 00:00 bin -> usr/bin\ndrwxr-xr-x 0/0 0 2026-01-01 00:00 usr/\ndrwxr-xr-x 0/0 0 2026-01-01 00:00 usr/bin/\n' +
      'lrwxrwxrwx 0/0 0 2026-01-01 00:00 usr/bin/sh -> dash\n-rwxr-xr-x 0/0 9 2026-01-01 00:00 usr/bin/dash\n',
  );
  expect(has('/bin/sh')).toBe(true);
  expect(has('/usr/bin/sh')).toBe(true);
  expect(has('/bin/bash')).toBe(false);
  expect(has('/lib')).toBe(false);
});

test.each([
  ['nginx:1.30', 'docker.io/library/nginx:1.30'],
  ['nginx', 'docker.io/library/nginx:latest'],
  ['curlimages/curl', 'docker.io/curlimages/curl:latest'],
  ['gcr.io/distroless/static-debian13:nonroot', 'gcr.io/distroless/static-debian13:nonroot'],
  ['localhost:5000/a:1', 'localhost:5000/a:1'],
])('%s is %s in full', (short, full) => {
  expect(qualified(short)).toBe(full);
});

test.each([
  ['512B', 512],
  ['14.2MB', 14_200_000],
  ['1GB', 1_000_000_000],
])('%s is %d bytes', (size, wanted) => {
  expect(bytes(size)).toBe(wanted);
});
