import { spawn } from 'node:child_process';
import { mkdtemp, cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../src/harness/project-root.ts';

export interface CliResult {
  readonly exitCode: number;
  readonly output: string;
}

/** Runs one of the project's commands in a process of its own, as npm would. */
export function runCli(
  script: string,
  words: readonly string[],
  env: NodeJS.ProcessEnv = {},
): { result: Promise<CliResult>; kill: (signal: NodeJS.Signals) => void; output: () => string } {
  const child = spawn(process.execPath, [join(projectRoot, script), ...words], {
    cwd: projectRoot,
    env: {
      ...process.env,
      VITEST: undefined,
      VITEST_WORKER_ID: undefined,
      VITEST_POOL_ID: undefined,
      NODE_OPTIONS: undefined,
      NO_COLOR: '1',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  const result = new Promise<CliResult>((resolve) =>
    child.once('close', (code) => resolve({ exitCode: code ?? 128, output })),
  );
  return { result, kill: (signal) => child.kill(signal), output: () => output };
}

/** Copies fixture examples to a fresh folder, so that what a run writes does not land in the project. */
export async function exampleFolder(...names: string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'f2c-fixtures-'));
  for (const name of names)
    await cp(join(projectRoot, 'tests/fixtures/examples', name), join(folder, name), { recursive: true });
  return folder;
}

/** Proves fixture examples in a copy of their own. */
export async function verify(
  names: readonly string[],
  words: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): Promise<CliResult & { folder: string }> {
  const folder = await exampleFolder(...names);
  return {
    ...(await runCli('src/cli/verify.ts', [...names, ...words], { EXAMPLES_DIR: folder, ...env }).result),
    folder,
  };
}
