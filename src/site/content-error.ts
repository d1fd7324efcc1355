import type { Diagnostic } from '../lib/diagnostics/diagnostic.ts';
import { renderPretty } from '../lib/diagnostics/render.ts';

/** Ends the build with problems of the content: each with its place and what mends it. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(`the content has problems\n\n${renderPretty(diagnostics, false)}`);
    this.diagnostics = diagnostics;
    // Where in the site's code it was noticed helps nobody: the diagnostics say where the content is wrong.
    this.stack = this.message;
  }
}
