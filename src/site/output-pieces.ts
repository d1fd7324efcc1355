import type { TranscriptEntry } from '../lib/transcript/schema.ts';

/** A stretch of output, and whether it differs from machine to machine. */
export interface OutputPiece {
  readonly text: string;
  readonly varies: boolean;
}

/** Cuts the output of a command where its varying values begin and end. */
export function outputPieces({ output, varies }: TranscriptEntry): OutputPiece[] {
  const pieces: OutputPiece[] = [];
  for (const [number, line] of output.entries()) {
    let from = 0;
    const spans = varies.filter((span) => span.line === number).toSorted((a, b) => a.from - b.from);
    for (const span of spans) {
      pieces.push(
        { text: line.slice(from, span.from), varies: false },
        { text: line.slice(span.from, span.to), varies: true },
      );
      from = span.to;
    }
    pieces.push({ text: `${line.slice(from)}${number < output.length - 1 ? '\n' : ''}`, varies: false });
  }
  return pieces.filter((piece) => piece.text !== '');
}
