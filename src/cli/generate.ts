import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../harness/project-root.ts';
import { exampleJsonSchema } from '../lib/example/json-schema.ts';

// Writes what is derived from the code; `npm run check` compares it.
await writeFile(join(projectRoot, 'examples/example.schema.json'), exampleJsonSchema());
console.log('wrote examples/example.schema.json');
