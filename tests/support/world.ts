import { execFileSync } from 'node:child_process';
import type { TestContext } from 'vitest';

/** Tells why Docker cannot be had; undefined where it can. */
export const dockerProblem: string | undefined = (() => {
  try {
    execFileSync('docker', ['version', '--format', '{{.Server.Version}}'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 15_000,
    });
    return undefined;
  } catch (error) {
    const words = String((error as { stderr?: Buffer }).stderr ?? (error as Error).message);
    return `Docker does not answer (${words.trim().split('\n').at(-1)})`;
  }
})();

/** Tells why there is no kind; undefined where there is. */
export const kindProblem: string | undefined = dockerProblem ?? missing('kind') ?? missing('kubectl');

/** Tells why there is no Helm with a cluster; undefined where there is. */
export const helmProblem: string | undefined = kindProblem ?? missing('helm');

function missing(tool: string): string | undefined {
  try {
    execFileSync(tool, ['version'], { stdio: 'ignore', timeout: 15_000 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return `${tool} is not on the PATH`;
  }
  return undefined;
}

/** Ends a test that the world cannot run, as blocked: it counts as not checked. */
export function needs(problem: string | undefined, context: Pick<TestContext, 'skip'>): void {
  if (problem !== undefined) context.skip(`blocked: ${problem}`);
}
