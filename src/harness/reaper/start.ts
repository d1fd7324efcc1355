import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isAlive } from '../is-alive.ts';
import { dropLedger, openLedgers } from './ledger.ts';
import { reap } from './reap.ts';

/** Starts the reaper for this process; the function that comes back tells it that there is nothing to do. */
export function startReaper(): () => void {
  const child = spawn(process.execPath, [fileURLToPath(new URL('reaper.ts', import.meta.url)), String(process.pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.unref();
  return () => child.stdin?.end('done\n');
}

/** Removes what runs whose process is gone have left behind. Gives the examples’ names. */
export async function reapDead(): Promise<string[]> {
  const dead = (await openLedgers()).filter((ledger) => !isAlive(ledger.owner));
  for (const ledger of dead) {
    await reap(ledger);
    await dropLedger(ledger.example);
  }
  return dead.map((ledger) => ledger.example);
}
