// A process of its own, which outlives the run that started it. It reads nothing until its standard input ends:
// with a `done` before, the run has cleaned up itself; without one the run was killed, and this removes what it left.
import { text } from 'node:stream/consumers';
import { leftOf } from './left-of.ts';
import { dropLedger, openLedgers } from './ledger.ts';
import { reap } from './reap.ts';

process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});
process.on('SIGHUP', () => {});

const owner = Number(process.argv[2]);
const words = await text(process.stdin);
if (!words.includes('done'))
  for (const ledger of await openLedgers()) {
    if (ledger.owner !== owner) continue;
    await reap(ledger);
    // What is left keeps its ledger: the next run tries again, and says so if it cannot.
    if ((await leftOf(ledger)).length === 0) await dropLedger(ledger.example);
  }
