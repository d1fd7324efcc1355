import { z } from 'zod';
import { exampleSchema } from './schema.ts';

/** The JSON Schema of `example.yaml`, as `examples/example.schema.json` holds it for editors. */
export const exampleJsonSchema = (): string =>
  `${JSON.stringify({ title: 'An example of From Container to Cluster', ...z.toJSONSchema(exampleSchema, { io: 'input' }) }, null, 2)}\n`;
