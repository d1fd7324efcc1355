import { describe, expect, it } from 'vitest';
import { compareTranscripts } from '../../../src/lib/transcript/compare.ts';
import { transcriptEntrySchema, type Transcript, type TranscriptEntry } from '../../../src/lib/transcript/schema.ts';

const transcript = (...entries: (Partial<TranscriptEntry> & { output: string[] })[]): Transcript => ({
  example: 'sample',
  transcript: 'session',
  entries: entries.map((entry) => transcriptEntrySchema.parse({ command: 'docker images', exitCode: 0, ...entry })),
});
const size = (text: string, from: number) => ({
  output: [`app  ${text}  end`],
  varies: [{ line: 0, from, to: from + text.length, type: 'size' as const }],
});

describe('comparing transcripts', () => {
  it('finds equal ones equal', () => {
    expect(compareTranscripts(transcript({ output: ['a', ''] }), transcript({ output: ['a', ''] }))).toBeUndefined();
  });

  it('shows a difference as a unified diff with the command above it', () => {
    const diff = compareTranscripts(transcript({ output: ['one', 'two'] }), transcript({ output: ['one', 'three'] }))!;
    expect(diff).toContain(' $ docker images\n one\n-two\n+three\n [exit code 0]');
    expect(diff).toContain('--- recorded sample/transcripts/session.json');
  });

  it.each([
    ['another command', { command: 'docker ps', output: [] }],
    ['another exit code', { exitCode: 1, output: [] }],
    ['a command that still runs', { exitCode: null, output: [] }],
    ['an empty line', { output: [''] }],
  ])('notices %s', (_, entry) => {
    expect(compareTranscripts(transcript({ output: [] }), transcript(entry))).toBeDefined();
  });

  it('compares what varies by its type', () => {
    expect(compareTranscripts(transcript(size('7.42MB', 5)), transcript(size('119MB', 5)))).toBeUndefined();
    expect(compareTranscripts(transcript(size('7.42MB', 5)), transcript(size('a lot', 5)))).toBeDefined();
    expect(
      compareTranscripts(transcript(size('7.42MB', 5)), transcript({ output: ['app  7.42MB  end'] })),
    ).toBeDefined();
  });

  it('compares the gaps of a table as gaps, and those of any other line to the blank', () => {
    const row = (gap: string, tables: { from: number; to: number }[]) =>
      transcript({ output: [`app${gap}1MB`], tables });
    const table = [{ from: 0, to: 1 }];
    expect(compareTranscripts(row('  ', table), row('     ', table))).toBeUndefined();
    expect(compareTranscripts(row(' ', table), row('  ', table))).toBeDefined();
    expect(compareTranscripts(row('  ', []), row('   ', []))).toBeDefined();
  });

  it('compares repeated lines by their kinds', () => {
    const layers = (...ids: string[]) =>
      transcript({
        output: ids.map((id) => `${id}: Pushed`),
        varies: ids.map((_, line) => ({ line, from: 0, to: 12, type: 'digest' })),
        repeats: [{ from: 0, to: ids.length }],
      });
    expect(compareTranscripts(layers('44136fa355b3'), layers('dd2441a56683', 'c98c11707966'))).toBeUndefined();
    expect(compareTranscripts(layers('44136fa355b3'), layers('44136fa355b3', 'no digest at'))).toBeDefined();
  });
});
