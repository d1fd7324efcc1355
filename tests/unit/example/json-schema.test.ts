import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { commandLimit } from '../../../src/harness/limits.ts';
import { projectRoot } from '../../../src/harness/project-root.ts';
import { exampleJsonSchema } from '../../../src/lib/example/json-schema.ts';

test('the schema for editors is the one that examples are held to; else: npm run generate', async () => {
  expect(await readFile(join(projectRoot, 'examples/example.schema.json'), 'utf8')).toBe(exampleJsonSchema());
});

test('the schema says the time limit that the harness sets', () => {
  expect(exampleJsonSchema()).toContain(`The time limit; ${commandLimit / 60_000}m when not given`);
});

test('an editor has nothing to say against the committed examples, and something against a slip', async () => {
  const schema = JSON.parse(exampleJsonSchema()) as object;
  const accepts = new Ajv2020({ strict: false }).compile(schema);
  const examples = join(projectRoot, 'examples');
  const ids = (await readdir(examples, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const refused: string[] = [];
  for (const { name } of ids) {
    const example = load(await readFile(join(examples, name, 'example.yaml'), 'utf8')) as Record<string, unknown>;
    if (!accepts(example)) refused.push(`${name}: ${JSON.stringify(accepts.errors?.[0])}`);
    if (accepts({ ...example, titel: 'a slip' })) refused.push(`${name}: an unknown key is taken`);
  }
  expect(refused).toEqual([]);
});
