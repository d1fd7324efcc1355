import { parseArgs } from 'node:util';
import { isLocale, sourceLocale, translatedLocales, type Locale } from '../lib/locale/locales.ts';
import { showDiff } from './translate/diff.ts';
import { stamp } from './translate/stamp.ts';
import { showStatus } from './translate/status.ts';
import { typesetFiles } from './translate/typeset.ts';

const help = `npm run translate -- <command>

  status                              which chapters of which language are fresh, stale or missing
  diff <language> <chapter>           what has changed on the English page since it was translated
  stamp <language> <chapter…>         say that these translations are of the English pages as they are now
    --section <id>                    only of this section; may be given more than once
  typeset <language> [chapter…]       put in the no-break spaces and signs that a machine can know

Languages: ${translatedLocales.join(', ')}. A chapter is named by its file: content/en/pods.mdx is "pods".
`;

/** A command line that cannot be understood, said in one sentence. */
class Misuse extends Error {}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { section: { type: 'string', multiple: true }, help: { type: 'boolean' } },
});
const [command, language, ...chapters] = positionals;

try {
  if (values.help || command === undefined) process.stdout.write(help);
  else process.exitCode = await run(command);
} catch (error) {
  if (!(error instanceof Misuse)) throw error;
  process.stderr.write(`${error.message}\n\n${help}`);
  process.exitCode = 2;
}

async function run(name: string): Promise<number> {
  const root = process.cwd();
  if (name === 'status') return showStatus(root);
  if (name === 'typeset') return typesetFiles(root, translated(language), chapters);
  if (name === 'stamp') return stamp(root, translated(language), named(chapters), values.section ?? []);
  if (name === 'diff') return showDiff(root, translated(language), named(chapters)[0] ?? '');
  throw new Misuse(`there is no command "${name}"`);
}

function translated(word: string | undefined): Locale {
  if (word !== undefined && isLocale(word) && word !== sourceLocale) return word;
  throw new Misuse(word === undefined ? 'which language?' : `"${word}" is no language that is translated into`);
}

function named(ids: readonly string[]): readonly string[] {
  if (ids.length === 0) throw new Misuse('which chapter?');
  return ids.map((id) => id.replace(/^.*\/|\.mdx$/g, ''));
}
