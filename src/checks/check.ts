import type { Diagnostic } from '../lib/diagnostics/diagnostic.ts';
import type { Book } from './book.ts';

/** One promise about text and examples that can be kept without Docker. */
export interface Check {
  /** kebab-case, as the file. */
  readonly name: string;
  /** What holds when the check is silent, as a sentence. */
  readonly promise: string;
  /** Says where the promise is broken. */
  readonly run: (book: Book) => readonly Diagnostic[];
}

/** Gives a check its type where it is written. */
export const defineCheck = (check: Check): Check => check;
