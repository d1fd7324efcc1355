import { dawn, type Clock } from './clock.ts';
import { before } from './ages.ts';

/** The moments of a session's clock that stand in for real dates. */
export interface Dates {
  /**
   * The stand-in of a real moment, as it is spelled and in milliseconds since 1970. The place (a line without its dates) keeps apart what two runs may or may not find in one second.
   */
  standIn(real: string, time: number, place: string): { readonly time: number; readonly nanoseconds: number };
  /** Begins a new command: places are counted anew. */
  begin(): void;
}

/** Opens the calendar of a session that really began at the given moment. */
export function createDates(clock: Clock, started: Date): Dates {
  const known = new Map<string, { time: number; nanoseconds: number }>();
  let occurrences = new Map<string, number>();
  return {
    begin: () => void (occurrences = new Map()),
    standIn(real, time, place) {
      const occurrence = (occurrences.get(place) ?? 0) + 1;
      occurrences.set(place, occurrence);
      const precise = /[.,]\d{6,}/u.test(real);
      const key = precise ? real : `${real}\n${place}\n${occurrence}`;
      let moment = known.get(key);
      if (!moment) {
        const old = time < started.getTime() - 2000;
        moment = { time: dawn + (old ? before : clock.now) * 1000, nanoseconds: clock.fraction() };
        known.set(key, moment);
      }
      return moment;
    },
  };
}
