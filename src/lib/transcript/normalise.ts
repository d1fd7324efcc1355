import { createAges } from './ages.ts';
import { createBridgeAddresses } from './bridge-addresses.ts';
import { readLines } from './clean.ts';
import { withoutMeter } from './formats/http.ts';
import { createClock } from './clock.ts';
import { readCommand, type Command } from './command.ts';
import type { Context } from './context.ts';
import { createDates } from './dates.ts';
import { formats } from './formats/formats.ts';
import { createIdentities } from './identities.ts';
import { createImages } from './images.ts';
import { learnFrom } from './learn.ts';
import { unmark } from './marks.ts';
import type { TranscriptEntry } from './schema.ts';
import { createStandIns } from './stand-ins.ts';

/** A command and what it really printed, both streams as they came. */
export interface RawEntry {
  readonly command: string;
  readonly exitCode: number | null;
  readonly output: string;
  /** When the command ended; now when not given. */
  readonly at?: Date;
}

/** What the normaliser must know of the place where the commands ran. */
export interface Surroundings {
  readonly example: string;
  /** The real working directory, shown as `/home/reader/<example>` where it is printed. */
  readonly workdir: string;
  /** The real home directory, shown as `/home/reader`. */
  readonly home: string;
  /** The real namespace, shown as the example's name. */
  readonly namespace?: string;
  readonly cluster?: string;
  readonly baseImages: readonly string[];
  /** When the session began: what is older was not made by it. */
  readonly started: Date;
  /** The texts of the example's files: a value that the author wrote (a fixed port, a name) is never taken for a random one. */
  readonly texts?: readonly string[];
  /** What the example makes on the engine, by name: lists of all that the engine has show this and the base images only. */
  readonly own?: Own;
}

/** Names that an example may use on the Docker engine. */
export interface Own {
  readonly images: readonly string[];
  readonly containers: readonly string[];
  readonly volumes: readonly string[];
  readonly networks: readonly string[];
  /** The Compose project, with which the names of its things begin. */
  readonly project?: string;
}

/** Turns what commands really printed into what a page shows; the same value always gets the same stand-in. */
export interface Normaliser {
  add(raw: RawEntry): TranscriptEntry;
}

const word = /[A-Za-z0-9][A-Za-z0-9._-]*/gu;

/** Opens the normaliser of one example: one dictionary and one clock for all its transcripts. */
export function createNormaliser(surroundings: Surroundings): Normaliser {
  const clock = createClock();
  const session = {
    surroundings,
    clock,
    bridge: createBridgeAddresses(),
    standIns: createStandIns(surroundings.example),
    ages: createAges(clock),
    dates: createDates(clock, surroundings.started),
    images: createImages(surroundings.baseImages),
  };
  const identities = createIdentities();
  const written = new Set<string>();
  const read = (text: string) => {
    for (const [found] of text.matchAll(word)) for (const part of [found, ...found.split('.')]) written.add(part);
  };
  for (const text of surroundings.texts ?? []) read(text);

  return {
    add({ command, exitCode, output, at = new Date() }) {
      const typed: Command = readCommand(command);
      read(command);
      clock.advance(typed);
      session.dates.begin(typed);
      session.bridge.begin(typed);
      const context: Context = {
        ...session,
        command: typed,
        exitCode,
        elapsed: Math.max(0, (at.getTime() - surroundings.started.getTime()) / 1000),
        authored: (text) => written.has(text),
      };
      let lines = readLines(typed.runs('curl') ? withoutMeter(output) : output);
      learnFrom(lines, context, (name) => written.add(name));
      identities.settle(lines, context);
      for (const format of formats) lines = format(lines, context);
      return { command, exitCode, ...unmark(lines) };
    },
  };
}
