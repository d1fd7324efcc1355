import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../../src/harness/project-root.ts';
import { exampleJsonSchema } from '../../../src/lib/example/json-schema.ts';

test('the schema for editors is the one that examples are held to; else: npm run generate', async () => {
  expect(await readFile(join(projectRoot, 'examples/example.schema.json'), 'utf8')).toBe(exampleJsonSchema());
});
