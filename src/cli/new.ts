import { parseArgs } from 'node:util';
import { newChapter } from './new/chapter.ts';
import { newExample, Refusal, tiers } from './new/example.ts';

const help = `npm run new -- example <id> --tier <tier>
npm run new -- chapter <id> --part <part>

  example   a folder in examples/ that runs as it stands; the tier is one of ${tiers.join(', ')}
  chapter   an English chapter with its sections, at the end of a part of content/curriculum.yaml
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { tier: { type: 'string' }, part: { type: 'string' }, help: { type: 'boolean' } },
});
const [kind, id] = positionals;

try {
  if (values.help || kind === undefined) process.stdout.write(help);
  else await make(kind);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`${error.message}\n\n${help}`);
  process.exitCode = 2;
}

async function make(what: string): Promise<void> {
  const root = process.cwd();
  if (id === undefined) throw new Refusal(`a new ${what} needs a name`);
  if (what === 'example') {
    if (values.tier === undefined) throw new Refusal(`which tier? There are ${tiers.join(', ')}`);
    return tell(await newExample(root, id, values.tier), `edit it, then run: npm run verify -- ${id} --update`);
  }
  if (what !== 'chapter') throw new Refusal(`there is nothing new of the kind "${what}"`);
  if (values.part === undefined) throw new Refusal('which part? They are listed in content/curriculum.yaml');
  return tell(await newChapter(root, id, values.part), 'write it (docs/writing.md), then run: npm run check');
}

function tell(paths: readonly string[], next: string): void {
  process.stdout.write(`${paths.map((path) => `wrote ${path}\n`).join('')}\n${next}\n`);
}
