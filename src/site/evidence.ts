import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Diagnostic } from '../lib/diagnostics/diagnostic.ts';
import { checkFreshness } from '../lib/example/fresh.ts';
import { ownProof } from '../lib/example/own-proof.ts';
import { remember } from './remember.ts';
import { siteRoot } from './root.ts';

/**
 * Says why an example's receipt does not hold. In one place that is only a warning: an example that builds this very site
 * runs on a copy without its receipt, so a site must come out there, which says that it lacks this one proof.
 */
export const evidenceProblems = remember(async (id: string): Promise<Diagnostic[]> => {
  const dir = join(siteRoot, 'examples', id);
  const problems = await checkFreshness(dir);
  const [first] = problems;
  if (first?.code !== 'evidence/no-receipt' || !(await isBeingProved(id))) return problems;
  return [{ ...first, severity: 'warning' }];
});

/** Whether anything in a list of problems ends a build. */
export const isRefused = (problems: readonly Diagnostic[]): boolean =>
  problems.some(({ severity }) => severity === 'error');

async function isBeingProved(id: string): Promise<boolean> {
  const [named, example] = await Promise.all(
    [ownProof, `examples/${id}/example.yaml`].map((file) => readFile(join(siteRoot, file), 'utf8').catch(() => '')),
  );
  return named?.trim() === id && /^project: true$/m.test(example ?? '');
}
