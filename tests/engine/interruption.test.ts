import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { exampleFolder, runCli } from '../support/run-cli.ts';
import { dockerProblem, needs } from '../support/world.ts';

const docker = (...words: string[]): string => execFileSync('docker', words, { encoding: 'utf8' }).trim();

const left = (): string[] =>
  [
    docker('ps', '--all', '--quiet', '--filter', 'name=interrupted'),
    docker('volume', 'ls', '--quiet', '--filter', 'name=interrupted-data'),
    docker('network', 'ls', '--quiet', '--filter', 'name=interrupted-net'),
  ].filter((line) => line !== '');

/** Waits, at most half a minute, until something is so. */
async function until(question: () => boolean): Promise<boolean> {
  for (const deadline = performance.now() + 30_000; performance.now() < deadline; await sleep(200))
    if (question()) return true;
  return false;
}

test.for(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
  '%s in the middle of an example leaves nothing behind',
  { timeout: 120_000 },
  async (signal, context) => {
    needs(dockerProblem, context);
    const folder = await exampleFolder('long');
    const run = runCli('src/cli/verify.ts', ['long'], { EXAMPLES_DIR: folder });
    expect(await until(() => left().length === 3)).toBe(true);
    run.kill(signal);
    await run.result;
    expect(await until(() => left().length === 0)).toBe(true);
  },
);

test('the kubeconfig and the context of the user are the same after as before', (context) => {
  needs(dockerProblem, context);
  expect(
    execFileSync('bash', ['-c', 'kubectl config current-context 2>&1 || true'], { encoding: 'utf8' }),
  ).not.toContain('kind-f2c');
});
