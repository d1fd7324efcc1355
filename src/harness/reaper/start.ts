import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { StepFailure } from '../blocked.ts';
import { isAlive } from '../is-alive.ts';
import { goneLimit, pollPause } from '../limits.ts';
import { leftOf } from './left-of.ts';
import { dropLedger, openLedgers, type Ledger } from './ledger.ts';
import { reap } from './reap.ts';

let reaper: number | undefined;

/** The process that cleans up after this one, where it has been started. */
export const reaperOfThisProcess = (): number | undefined => reaper;

/** Starts the reaper for this process; the function that comes back tells it that there is nothing to do. */
export function startReaper(): () => void {
  const child = spawn(process.execPath, [fileURLToPath(new URL('reaper.ts', import.meta.url)), String(process.pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.unref();
  reaper = child.pid;
  return () => child.stdin?.end('done\n');
}

/**
 * Removes what runs whose process is gone have left behind, after their own reapers are done with it. Gives the examples’ names.
 * @throws StepFailure where something cannot be removed
 */
export async function reapDead(): Promise<string[]> {
  const dead = await deadLedgers();
  for (const deadline = performance.now() + goneLimit; performance.now() < deadline; await sleep(pollPause))
    if (!(await deadLedgers()).some(({ reaper }) => reaper !== undefined && isAlive(reaper))) break;
  for (const ledger of await deadLedgers()) {
    // Numbers of processes are given again, and names may be somebody else's by now: only what has an id of its own is certain.
    const certain = {
      ...ledger,
      groups: [],
      containers: idsAmong(ledger.containers),
      networks: idsAmong(ledger.networks),
    };
    await reap(certain);
    const left = await leftOf(certain);
    if (left.length > 0)
      throw new StepFailure(`a killed run of ${ledger.example} has left what cannot be removed: ${left.join(', ')}`);
    await dropLedger(ledger.example);
  }
  return dead.map((ledger) => ledger.example);
}

const deadLedgers = async (): Promise<Ledger[]> => (await openLedgers()).filter((ledger) => !isAlive(ledger.owner));

const idsAmong = (names: readonly string[]): string[] => names.filter((name) => /^[0-9a-f]{64}$/.test(name));
