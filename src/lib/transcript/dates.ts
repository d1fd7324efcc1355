import { before } from './ages.ts';
import { dawn, type Clock } from './clock.ts';
import type { Command } from './command.ts';

/** A moment of the session's clock. */
export interface Moment {
  /** Milliseconds since 1970, a whole number of seconds. */
  readonly time: number;
  readonly nanoseconds: number;
}

/** The moments of a session's clock that stand in for real dates. */
export interface Dates {
  /**
   * The stand-in of a real moment, given as it is spelled and in milliseconds since 1970. The place (a line without its dates)
   * keeps apart what two runs may or may not find in one second.
   */
  standIn(real: string, time: number, place: string): Moment;
  /** Moments from here on are of a thing that came to be so many seconds after the session began; undefined for what is told live. */
  about(birth: number | undefined): void;
  /** Begins a new command. */
  begin(command: Command): void;
}

const stored: Record<string, readonly string[]> = {
  docker: ['logs', 'inspect', 'events', 'history', 'images', 'ps', 'volume inspect', 'network inspect'],
  'docker compose': ['logs', 'ps'],
  kubectl: ['logs', 'get', 'describe', 'events'],
  helm: ['history', 'list', 'ls', 'status', 'get', 'test'],
};

/** Whether the command tells again what happened before, as logs do. */
const rereads = (command: Command): boolean =>
  command.calls.some(({ program, subcommand }) => stored[program]?.includes(subcommand) ?? false);

/** Opens the calendar of a session that really began at the given moment. */
export function createDates(clock: Clock, started: Date): Dates {
  const known = new Map<string, Moment>();
  let occurrences = new Map<string, number>();
  let again = false;
  let subject: number | undefined;
  return {
    about: (birth) => void (subject = birth),
    begin(command) {
      occurrences = new Map();
      again = rereads(command);
      subject = undefined;
    },
    standIn(real, time, place) {
      const occurrence = (occurrences.get(place) ?? 0) + 1;
      occurrences.set(place, occurrence);
      const precise = /[.,]\d{6,}/u.test(real);
      const key = precise ? real : `${real}\n${place}\n${occurrence}`;
      // What is told live is new, even where it falls into the second of something like it.
      const found = precise || again ? known.get(key) : undefined;
      if (found) return found;
      const seconds = time < started.getTime() - 2000 ? before : (subject ?? clock.now);
      const moment = { time: dawn + seconds * 1000, nanoseconds: clock.fraction() };
      known.set(key, moment);
      return moment;
    },
  };
}
