import { join } from 'node:path';
import { checkFreshness } from '../lib/example/fresh.ts';
import { remember } from './remember.ts';
import { siteRoot } from './root.ts';

/** Says why an example's receipt does not hold. */
export const evidenceProblems = remember((id: string) => checkFreshness(join(siteRoot, 'examples', id)));
