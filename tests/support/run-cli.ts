import { spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { projectRoot } from '../../src/harness/project-root.ts';

export interface CliResult {
  readonly exitCode: number;
  /** Both streams together, in the order in which they came. */
  readonly output: string;
  readonly stdout: string;
}

/** Where the reports of the runs below are left: those of the project stay as they are. */
export const reportsDir = join(tmpdir(), `f2c-reports-${process.pid}`);

// A test that ran out of time leaves its command waiting for its turn.
const running = new Set<ChildProcess>();
afterAll(() => running.forEach((child) => child.kill()));

/** Runs one of the project's commands in a process of its own, as npm would. */
export function runCli(
  script: string,
  words: readonly string[],
  env: NodeJS.ProcessEnv = {},
): { result: Promise<CliResult>; kill: (signal: NodeJS.Signals, group?: boolean) => void; output: () => string } {
  const child = spawn(process.execPath, [join(projectRoot, script), ...words], {
    cwd: projectRoot,
    env: {
      ...process.env,
      VITEST: undefined,
      VITEST_WORKER_ID: undefined,
      VITEST_POOL_ID: undefined,
      NODE_OPTIONS: undefined,
      NO_COLOR: '1',
      REPORTS_DIR: reportsDir,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own, as a shell gives to what it runs.
    detached: true,
  });
  running.add(child);
  let [output, stdout] = ['', ''];
  child.stdout.on('data', (chunk: string) => (stdout += chunk));
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  const result = new Promise<CliResult>((resolve) =>
    child.once('close', (code) => {
      running.delete(child);
      resolve({ exitCode: code ?? 128, output, stdout });
    }),
  );
  return {
    result,
    kill: (signal, group = false) => process.kill(group ? -(child.pid ?? 0) : (child.pid ?? 0), signal),
    output: () => output,
  };
}

const folders: string[] = [reportsDir];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true, maxRetries: 5 }))));

/** Copies fixture examples to a fresh folder, so that what a run writes does not land in the project. */
export async function exampleFolder(...names: string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'f2c-fixtures-'));
  folders.push(folder);
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
