import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { expect, test } from 'vitest';
import { verify } from '../support/run-cli.ts';
import { kindProblem, needs } from '../support/world.ts';

const names = ['home', 'work'];
const kubeconfig = dump({
  apiVersion: 'v1',
  kind: 'Config',
  'current-context': 'work',
  clusters: names.map((name) => ({ name, cluster: { server: `https://${name}.example:6443` } })),
  users: names.map((name) => ({ name, user: { token: 'none' } })),
  contexts: names.map((name) => ({ name, context: { cluster: name, user: name } })),
});

test('the kubeconfig and the context of the user are the same after as before', async (context) => {
  needs(kindProblem, context);
  const folder = await mkdtemp(join(tmpdir(), 'f2c-kubeconfig-'));
  try {
    const path = join(folder, 'config');
    await writeFile(path, kubeconfig);
    const state = async () => ({
      bytes: await readFile(path, 'utf8'),
      default: await readFile(join(homedir(), '.kube/config'), 'utf8').catch(() => 'none'),
      context: execFileSync('kubectl', ['config', 'current-context'], {
        env: { ...process.env, KUBECONFIG: path },
        encoding: 'utf8',
      }).trim(),
    });
    const before = await state();
    expect(before.context).toBe('work');
    const { output } = await verify(['context-changed'], [], { KUBECONFIG: path });
    expect(output).toContain('1 passed, 0 failed');
    expect(await state()).toEqual(before);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
