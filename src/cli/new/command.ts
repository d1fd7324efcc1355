import { Misuse, readWords, withHelp } from '../misuse.ts';
import { done, type Outcome } from '../outcome.ts';
import { newChapter } from './chapter.ts';
import { newExample, tiers } from './example.ts';

const help = `npm run new -- example <id> --tier <tier>
npm run new -- chapter <id> --part <part>

  example   a folder in examples/ that runs as it stands; the tier is one of ${tiers.join(', ')}
  chapter   an English chapter with its sections, at the end of a part of content/curriculum.yaml
`;

/** `npm run new` in a folder. */
export const newCommand = (words: readonly string[], root: string): Promise<Outcome> =>
  withHelp(help, async () => {
    const { values, positionals } = readWords(words, {
      tier: { type: 'string' },
      part: { type: 'string' },
      help: { type: 'boolean' },
    });
    const [kind, id] = positionals;
    if (values.help || kind === undefined) return done(help.trimEnd());
    if (id === undefined) throw new Misuse(`a new ${kind} needs a name`);
    if (kind === 'example') {
      if (values.tier === undefined) throw new Misuse(`which tier? There are ${tiers.join(', ')}`);
      return told(await newExample(root, id, values.tier), `edit it, then run: npm run verify -- ${id} --update`);
    }
    if (kind !== 'chapter') throw new Misuse(`there is nothing new of the kind "${kind}"`);
    if (values.part === undefined) throw new Misuse('which part? They are listed in content/curriculum.yaml');
    return told(await newChapter(root, id, values.part), 'write it (docs/writing.md), then run: npm run check');
  });

const told = (paths: readonly string[], next: string): Outcome =>
  done(...paths.map((path) => `wrote ${path}`), '', next);
