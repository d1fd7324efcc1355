import { z } from 'zod';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Lists the keys that a schema knows at a path of a document; where several shapes are allowed there, those of all of them. */
export function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let nodes = alternatives(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  for (const key of path) nodes = nodes.flatMap((node) => alternatives(below(node, key)));
  return [...new Set(nodes.flatMap((node) => Object.keys(node.properties ?? {})))];
}

function below(node: JsonSchema, key: PropertyKey): JsonSchema | undefined {
  const next = typeof key === 'number' ? node.items : (node.properties?.[String(key)] ?? node.additionalProperties);
  return typeof next === 'object' && !Array.isArray(next) ? (next as JsonSchema) : undefined;
}

const alternatives = (node: JsonSchema | undefined): JsonSchema[] =>
  node === undefined
    ? []
    : [
        node,
        ...[...(node.anyOf ?? []), ...(node.oneOf ?? []), ...(node.allOf ?? [])].flatMap((one) =>
          alternatives(one as JsonSchema),
        ),
      ];
