import { mdxToMdast, type MdastNode } from 'satteri';
import type { Result } from '../diagnostics/diagnostic.ts';

/** Parses a chapter with the parser that the site is built with; its complaints come back as diagnostics. */
export function parseMdx(path: string, text: string): Result<MdastNode> {
  try {
    return { ok: true, value: mdxToMdast(text) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const [, line, column, reason] = /^(\d+):(\d+): (.*?)(?: \([a-z-]+:[a-z-]+\))?$/s.exec(error.message) ?? [];
    const message = `this is not MDX: ${lowerFirst(reason ?? error.message)}`;
    const fix = 'close every tag that is opened, and write a literal < or { in backticks';
    return {
      ok: false,
      diagnostics: [
        {
          path,
          line: Number(line ?? 1),
          column: Number(column ?? 1),
          severity: 'error',
          code: 'chapter/syntax',
          message,
          fix,
        },
      ],
    };
  }
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
