import type { Diagnostic } from '../../lib/diagnostics/diagnostic.ts';
import { renderPretty } from '../../lib/diagnostics/render.ts';

/** Whether the terminal wants colours. */
export const colour = process.stdout.isTTY === true && !process.env['NO_COLOR'];

/** Prints problems where errors go, and answers with the exit code of a failure. */
export function sayProblems(diagnostics: readonly Diagnostic[]): number {
  process.stderr.write(`${renderPretty(diagnostics, colour)}\n`);
  return 1;
}

/** Prints lines. */
export const say = (...lines: readonly string[]): void =>
  void process.stdout.write(lines.map((line) => `${line}\n`).join(''));
