import type { Outline } from '../lib/chapter/outline.ts';
import { positionsOf } from '../lib/chapter/position.ts';
import type { Diagnostic } from '../lib/diagnostics/diagnostic.ts';

type Words = Pick<Diagnostic, 'code' | 'message' | 'fix'> & Partial<Pick<Diagnostic, 'severity' | 'evidence'>>;

/** A problem at an offset of a chapter, or of any text with a path. */
export function problemIn(
  file: Pick<Outline, 'path' | 'text'> & Partial<Pick<Outline, 'positionAt'>>,
  offset: number,
  words: Words,
): Diagnostic {
  const positionAt = file.positionAt ?? positionsOf(file.text);
  return { path: file.path, ...positionAt(offset), severity: 'error', ...words };
}

/** A problem of a file as a whole, or of one of its lines. */
export const problemOf = (path: string, words: Words, line = 1): Diagnostic => ({
  path,
  line,
  column: 1,
  severity: 'error',
  ...words,
});
