import { parseArgs, type ParseArgsConfig } from 'node:util';
import { refused, type Outcome } from './outcome.ts';

/** A command line that cannot be understood, said in one sentence. */
export class Misuse extends Error {}

/** Runs a command, and answers misuse of its line with the sentence, the help and the code that sysexits.h has for it. */
export async function withHelp(help: string, command: () => Promise<Outcome> | Outcome): Promise<Outcome> {
  try {
    return await command();
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    return refused(64, error.message, '', help.trimEnd());
  }
}

/** Reads the words of a command line; an option that there is not is misuse. */
export function readWords<Options extends NonNullable<ParseArgsConfig['options']>>(
  words: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...words], allowPositionals: true, options });
  } catch (error) {
    if (error instanceof TypeError)
      throw new Misuse(error.message.split('. ')[0]?.replace(/^Unknown option/, 'there is no option') ?? '');
    throw error;
  }
}
