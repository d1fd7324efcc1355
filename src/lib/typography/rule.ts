/** One rule of a language's typography. Patterns see prose only: code and markup are masked. */
export interface Rule {
  /** kebab-case. */
  readonly name: string;
  /** Global and Unicode-aware. */
  readonly pattern: RegExp;
  readonly severity: 'error' | 'warning';
  /** What is wrong with what was found, after it in quotes. */
  readonly wrong: string;
  readonly fix: string;
  /** What is found, as it should be, where a machine can know it. */
  readonly mend?: (found: string) => string;
}

/** The no-break space. */
export const nbsp = '\u00A0';
