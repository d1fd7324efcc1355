import type { Command } from './command.ts';

/** The moment at which every recorded session begins. */
export const dawn = Date.UTC(2026, 0, 15, 10, 24, 5);

/** A clock that hangs on the commands typed and on nothing else: every run of an example reads the same times. */
export interface Clock {
  /** Seconds since the session began, when the present command was typed. */
  readonly typedAt: number;
  /** Seconds since the session began, when the present command ended. */
  readonly now: number;
  /** A fraction of a second, in nanoseconds, later than the one before within this command. */
  fraction(): number;
  advance(command: Command): void;
}

const thinking = 4;

/** How long a command takes on this clock. */
function lasts(command: Command): number {
  let seconds = 0;
  for (const { program, words } of command.calls)
    if (program === 'sleep') seconds += Number(/^\d+/u.exec(words[0] ?? '')?.[0] ?? 0);
  if (command.runs('docker', 'build')) seconds += 6;
  if (command.runs('docker compose', 'up') || command.runs('helm', 'install') || command.runs('helm', 'upgrade'))
    seconds += 5;
  if (command.runs('kubectl', 'wait') || command.runs('kubectl', 'rollout')) seconds += 3;
  return seconds;
}

/** Starts the clock of a session. */
export function createClock(): Clock {
  let typedAt = -thinking;
  let now = -thinking;
  let ticks = 0;
  return {
    get typedAt() {
      return typedAt;
    },
    get now() {
      return now;
    },
    fraction: () => Math.min(999_999_999, 112_408_113 + ticks++ * 3_217_451),
    advance(command) {
      typedAt = now + thinking;
      now = typedAt + lasts(command);
      ticks = 0;
    },
  };
}
