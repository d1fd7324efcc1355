import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../project-root.ts';

/** All that a run may have made, so that whoever comes after it can remove it: the run itself, the reaper, or the next run. */
export interface Ledger {
  readonly example: string;
  /** The process that runs the example. */
  readonly owner: number;
  readonly workdir: string;
  readonly containers: readonly string[];
  readonly volumes: readonly string[];
  readonly networks: readonly string[];
  readonly images: readonly string[];
  /** Compose’s project name. */
  readonly project?: string;
  readonly namespace?: string;
  readonly clusterScoped: readonly string[];
  /** The cluster’s own kubeconfig, where the example has a cluster. */
  readonly kubeconfig?: string;
  /** What the cluster’s node held before the run, as node-state.ts tells it. */
  readonly nodeBefore?: readonly string[];
  /** Process groups that still run. */
  readonly groups: readonly number[];
  /** The process that cleans up if the owner is killed. */
  readonly reaper?: number;
}

const folder = join(projectRoot, '.cache', 'running');
const pathOf = (example: string): string => join(folder, `${example}.json`);

/** Writes down what a run may make, before it makes it. */
export function keepLedger(ledger: Ledger): void {
  // At once, in order, and whole or not at all: the process may be killed at any moment.
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${pathOf(ledger.example)}.new`, JSON.stringify(ledger, null, 2));
  renameSync(`${pathOf(ledger.example)}.new`, pathOf(ledger.example));
}

/** Forgets a run of which nothing is left. */
export const dropLedger = async (example: string): Promise<void> => rm(pathOf(example), { force: true });

/** Reads the ledgers of all runs that have not ended well, or not yet. */
export async function openLedgers(): Promise<Ledger[]> {
  const names = await readdir(folder).catch(() => []);
  return Promise.all(
    names
      .filter((name) => name.endsWith('.json'))
      .map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as Ledger),
  );
}
