import type { Format } from '../context.ts';
import { anywhere } from './anywhere.ts';
import { describe } from './describe.ts';
import { dockerTables } from './docker-tables.ts';
import { kubectlTables } from './kubectl-tables.ts';

/** Every kind of output, in the order in which they take their turn: tables are read before anything in them is replaced. */
export const formats: readonly Format[] = [dockerTables, kubectlTables, describe, anywhere];
