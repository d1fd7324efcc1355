import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { projectRoot } from '../../src/harness/project-root.ts';
import { exampleFolder, runCli } from '../support/run-cli.ts';
import { kindProblem, dockerProblem, needs } from '../support/world.ts';

const run = (command: string): string[] =>
  execFileSync('bash', ['-c', command], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line !== '');

const kubeconfig = join(homedir(), '.cache/from-container-to-cluster/kubeconfig');
const onNode = 'docker exec f2c-control-plane';

/** What each example makes before it waits to be interrupted, one line a thing. */
const made = {
  long: () => [
    ...run('docker ps --all --quiet --filter name=interrupted'),
    ...run('docker ps --all --quiet --filter label=nameless=interrupted'),
    ...run('docker volume ls --quiet --filter name=interrupted-data'),
    ...run('docker network ls --quiet --filter name=interrupted-net'),
    ...run('pgrep --full "[d]ocker run --rm --label nameless=interrupted" || true').slice(0, 1),
  ],
  'long-in-cluster': () => [
    ...run('docker image ls --quiet interrupted:1.0'),
    ...run(`${onNode} ctr --namespace k8s.io images ls --quiet | grep interrupted:1.0 || true`),
    ...run(`${onNode} ls /etc/containerd/certs.d | grep interrupted || true`),
    ...run(`kubectl --kubeconfig ${kubeconfig} get namespaces --output name | grep f2c-long-in-cluster || true`),
    ...run('pgrep --full "[k]ubectl get configmaps --watch" || true').slice(0, 1),
  ],
};

/** Waits, at most so many seconds, until something is so; gives what it was last. */
async function until(seconds: number, question: () => string[], count: number): Promise<string[]> {
  let last: string[] = [];
  for (const deadline = performance.now() + seconds * 1_000; performance.now() < deadline; await sleep(300)) {
    last = question();
    if (last.length === count) break;
  }
  return last;
}

test.for([
  ['SIGINT', 'long'],
  ['SIGTERM', 'long'],
  ['SIGKILL', 'long'],
  ['SIGINT', 'long-in-cluster'],
  ['SIGKILL', 'long-in-cluster'],
] as const)('%s in the middle of %s leaves nothing behind', { timeout: 300_000 }, async ([signal, name], context) => {
  needs(name === 'long' ? dockerProblem : kindProblem, context);
  const folder = await exampleFolder(name);
  const temporary = await mkdtemp(join(tmpdir(), 'f2c-interrupted-'));
  try {
    const verify = runCli('src/cli/verify.ts', [name], { EXAMPLES_DIR: folder, TMPDIR: temporary });
    expect(await until(200, made[name], 5), verify.output()).toHaveLength(5);
    // Ctrl-C reaches the whole group in the foreground, the others only whom they are sent to.
    verify.kill(signal, signal === 'SIGINT');
    await verify.result;
    const ledger = join(projectRoot, '.cache/running', `${name}.json`);
    await until(90, () => (existsSync(ledger) ? [ledger] : []), 0);
    expect(made[name]()).toEqual([]);
    expect((await readdir(temporary)).filter((entry) => entry.startsWith('f2c-'))).toEqual([]);
    expect(existsSync(ledger)).toBe(false);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
});
