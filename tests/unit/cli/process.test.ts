import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** A process of its own takes its time on a busy machine. */
const patience = 60_000;

test.each([
  ['check', ['--help'], 0, 'npm run check'],
  ['translate', [], 0, 'npm run translate'],
  ['new', ['example', 'x'], 64, 'which tier?'],
  ['verify', ['--help'], 0, 'npm run verify'],
  ['cluster-down', ['--help'], 0, 'npm run cluster:down'],
  ['cluster-down', ['now'], 64, 'npm run cluster:down'],
  ['generate', ['--help'], 0, 'npm run generate'],
  ['start', ['--help'], 0, 'npm start'],
  ['test', ['--help'], 0, 'unit site browser engine'],
])('npm run %s passes its words on, and the code back', { timeout: patience }, (name, words, code, text) => {
  const script = fileURLToPath(new URL(`../../../src/cli/${name}.ts`, import.meta.url));
  const ended = spawnSync(process.execPath, [script, ...words], { encoding: 'utf8' });
  expect(ended.status).toBe(code);
  expect(code === 0 ? ended.stdout : ended.stderr).toContain(text);
});
