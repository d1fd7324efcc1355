/**
 * A problem with content, as data: where it is, what is wrong, and the one thing that mends it.
 * Problems with the world (no Docker, no space) are thrown as `Blocked` instead.
 */
export interface Diagnostic {
  /** Path from the project's root, with forward slashes. */
  readonly path: string;
  /** 1-based; 1 where the whole file is meant. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
  readonly severity: 'error' | 'warning';
  /** `area/kebab-name`, permanent. */
  readonly code: string;
  /** One sentence in lower case, with the offending thing in quotes. */
  readonly message: string;
  /** One command or one edit. */
  readonly fix: string;
  /** Lines that show the problem, such as a unified diff. */
  readonly evidence?: string;
}

export type Result<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Orders diagnostics as a reader of the files meets them. */
export const byPosition = (a: Diagnostic, b: Diagnostic): number =>
  a.path.localeCompare(b.path, 'en') || a.line - b.line || a.column - b.column;
