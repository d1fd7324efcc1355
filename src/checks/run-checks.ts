import type { Diagnostic } from '../lib/diagnostics/diagnostic.ts';
import { loadBook } from './load-book.ts';
import type { Check } from './check.ts';
import { checks } from './index.ts';

/** What a check found. */
export interface Finding {
  readonly name: string;
  readonly promise: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the book in a folder and runs every check on it; with paths, keeps what is said of these files and folders. */
export async function runChecks(
  root: string,
  paths: readonly string[] = [],
  list: readonly Check[] = checks,
): Promise<Finding[]> {
  const book = await loadBook(root);
  const wanted = paths.map((path) => path.replace(/^\.\//, '').replace(/\/+$/, ''));
  const isWanted = ({ path }: Diagnostic) =>
    wanted.length === 0 || wanted.some((prefix) => path === prefix || path.startsWith(`${prefix}/`));
  return list.map(({ name, promise, run }) => ({ name, promise, diagnostics: run(book).filter(isWanted) }));
}

/** A check fails by an error; a warning is for a person to judge. */
export const failed = ({ diagnostics }: Finding): boolean => diagnostics.some(({ severity }) => severity === 'error');

/** Counts in one line how the checks ended: `21 checks passed, 2 failed (3 errors, 8 warnings)`. */
export function summarise(findings: readonly Finding[]): string {
  const failures = findings.filter(failed).length;
  const all = findings.flatMap(({ diagnostics }) => diagnostics);
  const errors = all.filter(({ severity }) => severity === 'error').length;
  const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;
  const details = [
    ...(errors > 0 ? [count(errors, 'error')] : []),
    ...(all.length > errors ? [count(all.length - errors, 'warning')] : []),
  ];
  return `${count(findings.length - failures, 'check')} passed, ${failures} failed${details.length > 0 ? ` (${details.join(', ')})` : ''}`;
}
