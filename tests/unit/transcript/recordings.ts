import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createNormaliser, type RawEntry, type Surroundings } from '../../../src/lib/transcript/normalise.ts';
import type { Transcript } from '../../../src/lib/transcript/schema.ts';

/** One real run of a session: where it ran, and what each command printed, byte for byte. */
export interface Recording {
  readonly surroundings: Surroundings;
  readonly entries: readonly RawEntry[];
}

const folder = join(import.meta.dirname, '../../fixtures/transcripts');

/** The sessions of which there are two recordings. */
export const sessions: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.1.json'))
  .map((name) => name.slice(0, -'.1.json'.length))
  .sort();

/** Reads one of the two recordings of a session. */
export function readRecording(session: string, run: 1 | 2): Recording {
  const { entries, started, ...rest } = JSON.parse(
    readFileSync(join(folder, `${session}.${run}.json`), 'utf8'),
  ) as Omit<Surroundings, 'started'> & {
    readonly started: string;
    readonly entries: readonly (Omit<RawEntry, 'at'> & { readonly at: string })[];
  };
  return {
    surroundings: { ...rest, started: new Date(started) },
    entries: entries.map((entry) => ({ ...entry, at: new Date(entry.at) })),
  };
}

/** Normalises a recording as the harness would. */
export function normalise({ surroundings, entries }: Recording): Transcript {
  const normaliser = createNormaliser(surroundings);
  return {
    example: surroundings.example,
    transcript: 'session',
    entries: entries.map((entry) => normaliser.add(entry)),
  };
}
