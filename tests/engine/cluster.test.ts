import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCli, verify } from '../support/run-cli.ts';
import { kindProblem, needs } from '../support/world.ts';

const node = (): string =>
  execFileSync('docker', ['ps', '--quiet', '--no-trunc', '--filter', 'name=^f2c-control-plane$'], {
    encoding: 'utf8',
  }).trim();

/** Runs an example of the cluster, which must be green; gives the node that it ran on, and what the run said. */
async function runInCluster(): Promise<{ on: string; output: string }> {
  const { output } = await verify(['context-changed']);
  expect(output).toContain('1 passed, 0 failed');
  const on = node();
  expect(on).not.toBe('');
  return { on, output };
}

test('the cluster of one run serves the next', async (context) => {
  needs(kindProblem, context);
  const { on: before } = await runInCluster();
  expect((await runInCluster()).on).toBe(before);
});

test('a cluster of that name that somebody else made blocks the run, and stays', async (context) => {
  needs(kindProblem, context);
  const { on: before } = await runInCluster();
  // In another cache folder nothing is known of the cluster.
  const elsewhere = await mkdtemp(join(tmpdir(), 'f2c-cache-'));
  try {
    const { exitCode, output } = await verify(['context-changed'], [], { XDG_CACHE_HOME: elsewhere });
    expect(output).toContain('a kind cluster named f2c is here that this project did not make');
    expect(exitCode).toBe(2);
    const fresh = await verify(['context-changed'], ['--fresh'], { XDG_CACHE_HOME: elsewhere });
    expect(fresh.exitCode).toBe(2);
    const down = await runCli('src/cli/cluster-down.ts', [], { XDG_CACHE_HOME: elsewhere }).result;
    expect(down.stdout).toBe('there is no cluster of this project\n');
  } finally {
    await rm(elsewhere, { recursive: true, force: true });
  }
  expect(node()).toBe(before);
});

test('a cluster that does not answer any more is made anew', async (context) => {
  needs(kindProblem, context);
  const { on: before } = await runInCluster();
  execFileSync('docker', ['stop', '--time', '1', before]);
  const { on: after, output } = await runInCluster();
  expect(output).toContain('making it anew');
  expect(after).not.toBe(before);
});
