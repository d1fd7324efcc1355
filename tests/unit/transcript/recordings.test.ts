import { describe, expect, it } from 'vitest';
import { compareTranscripts } from '../../../src/lib/transcript/compare.ts';
import { transcriptSchema, type TranscriptEntry } from '../../../src/lib/transcript/schema.ts';
import { normalise, readRecording, sessions } from './recordings.ts';

const random = [
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gu,
  /\b[0-9a-f]{64}\b/gu,
  /\b10\.244\.\d+\.[1-9]\d*\b/gu,
  /\b(?:[0-9a-f]{2}:){5}[0-9a-f]{2}\b/gu,
  /\b2026-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6,}/gu,
];
const constant = /^(?:00:00:00:00:00:00|ff:ff:ff:ff:ff:ff)$/u;

/** What is shown for good: the output without the values that are shown as recorded. */
function settledText({ output, varies }: TranscriptEntry): string {
  return output
    .map((line, index) => {
      const spans = varies.filter((span) => span.line === index).sort((a, b) => b.from - a.from);
      return spans.reduce((text, { from, to }) => text.slice(0, from) + text.slice(to), line);
    })
    .join('\n');
}

it('finds recordings of every kind of tool', () => {
  expect(sessions).toEqual([
    'cluster',
    'compose',
    'compose-scale',
    'data',
    'failures',
    'helm',
    'kind',
    'registry',
    'run',
    'two-stage',
  ]);
});

describe.each(sessions)('two recordings of %s', (session) => {
  const [first, second] = [readRecording(session, 1), readRecording(session, 2)];

  it('come out equal', () => {
    expect(compareTranscripts(normalise(first), normalise(second))).toBeUndefined();
  });

  it('are transcripts by the schema', () => {
    expect(() => transcriptSchema.parse(normalise(first))).not.toThrow();
  });

  it('show no random value of the machine', () => {
    // A checksum of a file is what the author computes, and no random value.
    const raw = first.entries.map(({ command, output }) => (command.startsWith('sha256sum') ? '' : output)).join('\n');
    const real = new Set(
      random.flatMap((pattern) => raw.match(pattern) ?? []).filter((value) => !constant.test(value)),
    );
    const shown = normalise(first).entries.map(settledText).join('\n');
    // A stand-in address may be another Pod's real one: those are counted, not looked for.
    const leaks = [...real].filter((value) => !value.startsWith('10.244.') && shown.includes(value));
    expect(leaks).toEqual([]);
  });

  it('show neither the folder nor the namespace that they ran in', () => {
    const { workdir, home, namespace, example } = first.surroundings;
    const shown = normalise(first).entries.map(settledText).join('\n');
    expect(shown).not.toContain(workdir);
    expect(shown).not.toContain(home);
    if (namespace !== undefined && namespace !== example) expect(shown).not.toContain(namespace);
  });
});
