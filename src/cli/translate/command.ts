import { isLocale, sourceLocale, translatedLocales, type Locale } from '../../lib/locale/locales.ts';
import { Misuse, readWords, withHelp } from '../misuse.ts';
import { done, type Outcome } from '../outcome.ts';
import { showDiff } from './diff.ts';
import { stampChapters } from './stamp.ts';
import { showStatus } from './status.ts';
import { typesetFiles } from './typeset.ts';

const help = `npm run translate -- <command>

  status                              which chapters of which language are fresh, stale or missing
  diff <language> <chapter>           what has changed on the English page since it was translated
  stamp <language> <chapter…>         say that these translations are of the English pages as they are now
    --section <id>                    only of this section; may be given more than once
  typeset <language> [chapter…]       put in the no-break spaces and signs that a machine can know

Languages: ${translatedLocales.join(', ')}. A chapter is named by its file: content/en/pods.mdx is "pods".
`;

/** `npm run translate` in a folder. */
export const translateCommand = (words: readonly string[], root: string, colour = false): Promise<Outcome> =>
  withHelp(help, () => {
    const options = { section: { type: 'string', multiple: true }, help: { type: 'boolean' } } as const;
    const { values, positionals } = readWords(words, options);
    const [command, language, ...chapters] = positionals;
    if (values.help || command === undefined) return done(help.trimEnd());
    if (command === 'status') return showStatus(root);
    if (command === 'typeset') return typesetFiles(root, translated(language), chapters.map(idOf));
    if (command === 'stamp') return stampChapters(root, translated(language), named(chapters), values.section ?? []);
    if (command === 'diff') return showDiff(root, translated(language), named(chapters)[0] ?? '', colour);
    throw new Misuse(`there is no command "${command}"`);
  });

function translated(word: string | undefined): Locale {
  if (word !== undefined && isLocale(word) && word !== sourceLocale) return word;
  throw new Misuse(word === undefined ? 'which language?' : `"${word}" is no language that is translated into`);
}

function named(chapters: readonly string[]): readonly string[] {
  if (chapters.length === 0) throw new Misuse('which chapter?');
  return chapters.map(idOf);
}

/** A chapter may be named by its path too, as a shell completes it. */
const idOf = (chapter: string): string => chapter.replace(/^.*\/|\.mdx$/g, '');
