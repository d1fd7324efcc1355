import { describe, expect, it } from 'vitest';
import { compareTranscripts } from '../../../src/lib/transcript/compare.ts';
import { normalise, readRecording, sessions, type Recording } from './recordings.ts';

// A letter that no typed value holds: whatever it hits is no longer what its place demands.
const foreign = 'Ж';
const perSession = 40;
const patience = 120_000;

// Lines that are left out on purpose, because they are there or not for reasons of the machine.
const leftOut: readonly RegExp[] = [
  /^#\d+ (?:transferring|resolve|reading from stdin|exporting attestation manifest|sha256:|extracting|preparing layers|pulling)/u,
  /^#\d+ WARN: /u,
  /^#\d+ (?:exporting|naming|unpacking) .*[^e]$/u,
  /^#\d+ (?:\[internal\] load local bake definitions|resolving provenance)/u,
  /^ +% Total|^ +Dload|--:--:--/u,
  /^[0-9a-f]{12}: (?:Pulling fs layer|Download complete|Already exists|Waiting)/u,
  /^Waiting for deployment/u,
];

/** Whether a line is left out on purpose: as noise, or because it lists a thing of somebody else's. */
function isLeftOut({ surroundings, entries }: Recording, entry: number, line: string): boolean {
  if (leftOut.some((pattern) => pattern.test(line))) return true;
  const { own } = surroundings;
  if (
    own === undefined ||
    !/^docker (?:ps|network ls|compose ls)/u.test(entries[entry]!.command) ||
    /^[A-Z]+ /u.test(line)
  )
    return false;
  const names = [
    ...own.containers,
    ...own.networks,
    'bridge',
    'host ',
    'none ',
    ...(own.project === undefined ? [] : [own.project]),
  ];
  return !names.some((name) => line.includes(name));
}

/** Numbers that look random and are the same in every run (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Mutation {
  readonly entry: number;
  readonly at: number;
  readonly line: string;
  readonly recording: Recording;
}

/** Replaces one character of one command's raw output. */
function mutate(recording: Recording, entry: number, at: number): Mutation {
  const { output } = recording.entries[entry]!;
  const line = output.slice(
    output.lastIndexOf('\n', at - 1) + 1,
    output.indexOf('\n', at) === -1 ? undefined : output.indexOf('\n', at),
  );
  // What follows cannot bring back the difference, so the session may end here.
  const entries = recording.entries
    .slice(0, entry + 1)
    .map((raw, index) =>
      index === entry ? { ...raw, output: output.slice(0, at) + foreign + output.slice(at + 1) } : raw,
    );
  return { entry, at, line, recording: { ...recording, entries } };
}

describe.each(sessions)('%s', (session) => {
  const recording = readRecording(session, 1);
  const random = numbers(session.length * 7919);
  const places = recording.entries.flatMap(({ output }, entry) =>
    [...output].map((character, at) => ({ character, at, entry })).filter(({ character }) => !/\s/u.test(character)),
  );
  const mutations = Array.from({ length: perSession }, () => {
    const { entry, at } = places[Math.floor(random() * places.length)]!;
    return mutate(recording, entry, at);
  }).filter(({ entry, line }) => !isLeftOut(recording, entry, line));
  const known = normalise(recording);

  it(
    'notices every foreign character',
    () => {
      const survivors = mutations.filter(({ entry, recording: mutated }) => {
        const recorded = { ...known, entries: known.entries.slice(0, entry + 1) };
        return compareTranscripts(recorded, normalise(mutated)) === undefined;
      });
      expect(survivors.map(({ entry, line }) => `${recording.entries[entry]!.command} → ${line}`)).toEqual([]);
    },
    patience,
  );

  it('compares what is shown to the character', () => {
    const survivors: string[] = [];
    for (const [entry, { output, varies, tables, repeats }] of known.entries.entries()) {
      const [line, text] = [...output.entries()][Math.floor(random() * output.length)] ?? [0, ''];
      const at = Math.floor(random() * text.length);
      const inside = (ranges: readonly { from: number; to: number }[]) =>
        ranges.some(({ from, to }) => line >= from && line < to);
      if (text === '' || varies.some((span) => span.line === line && at >= span.from && at < span.to)) continue;
      if ((inside(tables) && text[at] === ' ') || inside(repeats)) continue;
      const changed = {
        ...known.entries[entry]!,
        output: output.with(line, text.slice(0, at) + foreign + text.slice(at + 1)),
      };
      if (compareTranscripts(known, { ...known, entries: known.entries.with(entry, changed) }) === undefined)
        survivors.push(text);
    }
    expect(survivors).toEqual([]);
  });

  it('compares what varies by its type', () => {
    const survivors: string[] = [];
    for (const [entry, { output, varies }] of known.entries.entries()) {
      for (const span of varies) {
        const text = output[span.line]!;
        const changed = {
          ...known.entries[entry]!,
          output: output.with(span.line, text.slice(0, span.from) + foreign + text.slice(span.from + 1)),
        };
        if (compareTranscripts(known, { ...known, entries: known.entries.with(entry, changed) }) === undefined)
          survivors.push(`${span.type}: ${text}`);
      }
    }
    expect(survivors).toEqual([]);
  });
});
