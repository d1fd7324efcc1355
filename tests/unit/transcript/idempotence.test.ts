import { expect, it } from 'vitest';
import { compareTranscripts } from '../../../src/lib/transcript/compare.ts';
import type { TranscriptEntry } from '../../../src/lib/transcript/schema.ts';
import { normalise, readRecording, sessions } from './recordings.ts';

/** What was shown, as raw output; dates that are shown as recorded are older than the day on which all stand-ins lie. */
function asOutput({ output, varies }: TranscriptEntry): string {
  const lines = output.map((line, index) => {
    const dates = varies.filter((span) => span.line === index && span.type === 'date');
    return dates.reduceRight(
      (text, { from, to }) =>
        text.slice(0, from) + text.slice(from, to).replace(/[A-Z][a-z]{2} \d\d/u, 'Jan 01') + text.slice(to),
      line,
    );
  });
  return lines.map((line) => `${line}\n`).join('');
}

it.each(sessions)('what is shown of %s is shown so again', (session) => {
  const recording = readRecording(session, 1);
  const once = normalise(recording);
  const again = normalise({
    surroundings: {
      ...recording.surroundings,
      workdir: `/home/reader/${recording.surroundings.example}`,
      home: '/home/reader',
      namespace: recording.surroundings.example,
      started: new Date('2026-01-15T10:20:00Z'),
    },
    entries: once.entries.map((entry) => ({
      command: entry.command,
      exitCode: entry.exitCode,
      output: asOutput(entry),
      at: new Date('2026-01-15T10:21:00Z'),
    })),
  });
  expect(compareTranscripts(once, again)).toBeUndefined();
});
