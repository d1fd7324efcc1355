import { parse } from 'shell-quote';

/** Splits a command into its words as a POSIX shell would; undefined where it needs a shell (pipes, variables, redirections, globs). */
export function splitCommand(line: string): string[] | undefined {
  const words: string[] = [];
  for (const token of parse(line, (name) => ({ op: `$${name}` }))) {
    if (typeof token === 'string') words.push(token);
    else if ('op' in token && token.op === 'glob' && 'pattern' in token) return undefined;
    else return undefined;
  }
  return words;
}

/** All words of a line that look like arguments, for finding the files that it names; never fails. */
export const roughWords = (line: string): string[] => line.split(/[\s'"=;|&<>(),]+/).filter((word) => word !== '');
