import type { Diagnostic } from '../../lib/diagnostics/diagnostic.ts';
import { renderPretty } from '../../lib/diagnostics/render.ts';
import { refused, type Outcome } from '../outcome.ts';

/** A command that found problems in the content, and did nothing. */
export const sayProblems = (diagnostics: readonly Diagnostic[]): Outcome =>
  refused(1, renderPretty(diagnostics, false));
