import { createTwoFilesPatch } from 'diff';
import type { Span, Transcript, TranscriptEntry } from './schema.ts';
import { hasType } from './types.ts';

/** Compares a recorded transcript with what came out now: undefined when they are equal, else a unified diff of what differs. */
export function compareTranscripts(recorded: Transcript, actual: Transcript): string | undefined {
  const before = render(recorded, comparable);
  const after = render(actual, comparable);
  if (before === after) return undefined;
  const name = `${recorded.example}/transcripts/${recorded.transcript}.json`;
  return createTwoFilesPatch(`recorded ${name}`, `now ${name}`, before, after, undefined, undefined, { context: 3 });
}

function render(transcript: Transcript, lines: (entry: TranscriptEntry) => string[]): string {
  return transcript.entries
    .flatMap((entry) => [
      ...entry.command.split('\n').map((line, index) => `${index === 0 ? '$' : '>'} ${line}`),
      ...lines(entry),
      `[${entry.exitCode === null ? 'still running' : `exit code ${entry.exitCode}`}]`,
    ])
    .map((line) => `${line}\n`)
    .join('');
}

/** The lines of an entry with its varying values as types, the gaps of tables around them as one, and repeated lines once. */
function comparable(entry: TranscriptEntry): string[] {
  const within = (ranges: readonly { from: number; to: number }[], index: number) =>
    ranges.findIndex(({ from, to }) => index >= from && index < to);
  const seen = new Set<string>();
  return entry.output.flatMap((line, index) => {
    const text = withTypes(
      line,
      entry.varies.filter((span) => span.line === index),
    );
    const shown = within(entry.tables, index) === -1 ? text : text.replace(/ {2,}/gu, '  ');
    const repeat = within(entry.repeats, index);
    if (repeat === -1) return [shown];
    const key = `${repeat} ${shown}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [shown];
  });
}

function withTypes(line: string, spans: readonly Span[]): string {
  let text = '';
  let end = 0;
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const value = line.slice(span.from, span.to);
    text += line.slice(end, span.from) + (hasType(value, span.type) ? `‹${span.type}›` : value);
    end = span.to;
  }
  return text + line.slice(end);
}
