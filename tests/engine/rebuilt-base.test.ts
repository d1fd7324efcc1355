import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../src/harness/project-root.ts';
import { runCli } from '../support/run-cli.ts';
import { dockerProblem, needs } from '../support/world.ts';

const docker = (words: readonly string[], input = ''): string =>
  execFileSync('docker', words, { encoding: 'utf8', input, stdio: ['pipe', 'pipe', 'ignore'] }).trim();

const base = 'busybox:1.38';
const kept = 'f2c-base-kept:busybox';
const newer = `FROM ${base}
RUN dd if=/dev/urandom of=/newer bs=1M count=4
LABEL release=newer
`;

test('a base image that was rebuilt, with other layers and some megabytes more, leaves examples green', async (context) => {
  needs(dockerProblem, context);
  // All that these two show of the base hangs on its size, its layers or its digest.
  const names = ['hello-container', 'image-names'];
  const folder = await mkdtemp(join(tmpdir(), 'f2c-fixtures-'));
  docker(['pull', '--quiet', base]);
  docker(['tag', base, kept]);
  const id = () => docker(['image', 'inspect', '--format', '{{.Id}}', base]);
  const before = id();
  try {
    for (const name of names) await cp(join(projectRoot, 'examples', name), join(folder, name), { recursive: true });
    docker(['build', '--quiet', '--tag', base, '-'], newer);
    expect(id()).not.toBe(before);
    const { exitCode, output } = await runCli('src/cli/verify.ts', names, { EXAMPLES_DIR: folder }).result;
    expect(exitCode, output).toBe(0);
    expect(output).toContain('2 passed, 0 failed');
  } finally {
    docker(['tag', kept, base]);
    docker(['image', 'rm', kept]);
    await rm(folder, { recursive: true, force: true });
  }
  expect(id()).toBe(before);
});
