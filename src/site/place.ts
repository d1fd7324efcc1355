import type { Diagnostic } from '../lib/diagnostics/diagnostic.ts';

/** Makes a diagnostic of what is wrong at `content/en/pods.mdx:12:1`, the place that the Markdown plugin gives every component. */
export function problemAt(place: string | undefined, code: string, message: string, fix: string): Diagnostic {
  const [, path, line, column] = /^(.*):(\d+):(\d+)$/.exec(place ?? '') ?? [];
  return {
    path: path ?? 'content',
    line: Number(line ?? 1),
    column: Number(column ?? 1),
    severity: 'error',
    code,
    message,
    fix,
  };
}
