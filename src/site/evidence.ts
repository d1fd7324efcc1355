import { join } from 'node:path';
import type { Diagnostic } from '../lib/diagnostics/diagnostic.ts';
import { checkFreshness } from '../lib/example/fresh.ts';
import { siteRoot } from './root.ts';

const known = new Map<string, Promise<Diagnostic[]>>();

/** Says why an example's receipt does not hold; asked once an example in a build, each time while somebody writes. */
export function evidenceProblems(id: string): Promise<Diagnostic[]> {
  const ask = () => checkFreshness(join(siteRoot, 'examples', id));
  if (!import.meta.env.SITE_BUILDING) return ask();
  const answer = known.get(id) ?? ask();
  known.set(id, answer);
  return answer;
}
