import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** A process of its own takes its time on a busy machine. */
const patience = 60_000;

test.each([
  ['check', ['--help'], 0, 'npm run check'],
  ['translate', [], 0, 'npm run translate'],
  ['new', ['example', 'x'], 64, 'which tier?'],
])('npm run %s passes its words on, and the code back', { timeout: patience }, (name, words, code, text) => {
  const script = fileURLToPath(new URL(`../../../src/cli/${name}.ts`, import.meta.url));
  const ended = spawnSync(process.execPath, [script, ...words], { encoding: 'utf8' });
  expect(ended.status).toBe(code);
  expect(code === 0 ? ended.stdout : ended.stderr).toContain(text);
});
