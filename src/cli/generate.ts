import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../harness/project-root.ts';
import { exampleJsonSchema } from '../lib/example/json-schema.ts';
import { readWords, withHelp } from './misuse.ts';
import { done, finish } from './outcome.ts';

const help = `npm run generate

Writes examples/example.schema.json, by which editors complete and check example.yaml. A test holds it against the code.`;

finish(
  await withHelp(help, async () => {
    const { values } = readWords(process.argv.slice(2), { help: { type: 'boolean', short: 'h' } });
    if (values.help === true) return done(help);
    await writeFile(join(projectRoot, 'examples/example.schema.json'), exampleJsonSchema());
    return done('wrote examples/example.schema.json');
  }),
);
