import type { Format } from '../context.ts';
import { anywhere } from './anywhere.ts';
import { build } from './build.ts';
import { clusterWords } from './cluster-words.ts';
import { compose } from './compose.ts';
import { describe } from './describe.ts';
import { dockerTables } from './docker-tables.ts';
import { dockerWords } from './docker-words.ts';
import { helm } from './helm.ts';
import { http } from './http.ts';
import { kind } from './kind.ts';
import { kubectlTables } from './kubectl-tables.ts';
import { logs } from './logs.ts';
import { node } from './node.ts';
import { objects } from './objects.ts';
import { sorted } from './sorted.ts';
import { transfers } from './transfers.ts';
import { versions } from './versions.ts';

/**
 * Every kind of output, in the order in which they take their turn: first what re-orders whole lines, then tables, which are read
 * before anything in them is replaced, then what stands in a place of its own, and last what says itself what it is.
 */
export const formats: readonly Format[] = [
  build,
  compose,
  transfers,
  dockerTables,
  helm,
  kubectlTables,
  node,
  describe,
  clusterWords,
  dockerWords,
  kind,
  objects,
  http,
  logs,
  versions,
  anywhere,
  sorted,
];
