import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Diagnostic } from '../lib/diagnostics/diagnostic.ts';
import { checkFreshness } from '../lib/example/fresh.ts';
import { remember } from './remember.ts';
import { siteRoot } from './root.ts';

/**
 * Says why an example's receipt does not hold. Of one kind that is only a warning: an example that builds this very site
 * runs on a copy without its receipt, so a site must come out there, which says that it lacks this one proof.
 */
export const evidenceProblems = remember(async (id: string): Promise<Diagnostic[]> => {
  const dir = join(siteRoot, 'examples', id);
  const problems = await checkFreshness(dir);
  const [first] = problems;
  if (first?.code !== 'evidence/no-receipt' || !(await buildsTheProject(dir))) return problems;
  return [{ ...first, severity: 'warning' }];
});

/** Whether anything in a list of problems ends a build. */
export const isRefused = (problems: readonly Diagnostic[]): boolean =>
  problems.some(({ severity }) => severity === 'error');

const buildsTheProject = async (dir: string): Promise<boolean> =>
  /^project: true$/m.test(await readFile(join(dir, 'example.yaml'), 'utf8').catch(() => ''));
