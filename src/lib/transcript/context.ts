import type { Ages } from './ages.ts';
import type { BridgeAddresses } from './bridge-addresses.ts';
import type { Clock } from './clock.ts';
import type { Command } from './command.ts';
import type { Dates } from './dates.ts';
import type { Images } from './images.ts';
import type { Surroundings } from './normalise.ts';
import type { StandIns } from './stand-ins.ts';

/** All that a format may know of the session while it reads the output of one command. */
export interface Context {
  readonly command: Command;
  readonly exitCode: number | null;
  /** Seconds from the session's real beginning to the real end of this command. */
  readonly elapsed: number;
  readonly surroundings: Surroundings;
  readonly standIns: StandIns;
  readonly clock: Clock;
  readonly ages: Ages;
  readonly bridge: BridgeAddresses;
  readonly dates: Dates;
  readonly images: Images;
  /** Whether the author wrote this word, in a command or in a file of the example: then it is nobody's random value. */
  authored(word: string): boolean;
}

/** A kind of output: takes the lines that it knows to their stand-ins, and leaves all others alone. */
export type Format = (lines: readonly string[], context: Context) => string[];
