import { constructFromEvents, CORE_SCHEMA, EVENT_ID, parseEvents, YAMLException, type Event } from 'js-yaml';
import type { z } from 'zod';
import type { Diagnostic, Result } from './diagnostic.ts';
import { knownKeys } from './known-keys.ts';
import { nearest } from './nearest.ts';

/**
 * Reads a YAML text against a Zod schema. Every complaint, the parser's own and the schema's, comes back with
 * its line and column; an unknown key with the known one that it most resembles.
 */
export function parseYaml<Schema extends z.ZodType>(
  path: string,
  text: string,
  schema: Schema,
): Result<z.output<Schema>> {
  let events: Event[];
  let value: unknown;
  try {
    events = parseEvents(text, {});
    value = constructFromEvents(events, { source: text, schema: CORE_SCHEMA })[0];
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { ok: false, diagnostics: [syntaxError(path, error)] };
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  const offsets = offsetsByPath(events, text);
  const issues = parsed.error.issues.flatMap((issue) => flatten(issue, value));
  return { ok: false, diagnostics: issues.map((issue) => describe(path, text, offsets, value, issue, schema)) };
}

type Issue = z.core.$ZodIssue;
type Offsets = ReadonlyMap<string, number>;

function syntaxError(path: string, error: YAMLException): Diagnostic {
  return {
    path,
    line: (error.mark?.line ?? 0) + 1,
    column: (error.mark?.column ?? 0) + 1,
    severity: 'error',
    code: 'yaml/syntax',
    message: `this is not YAML: ${error.reason}`,
    fix: 'mend the indentation or the quotes at this place',
  };
}

/** Of a union, keeps the complaints of the member that comes nearest to the value: the one that knows its first key, then the one with the fewest. */
function flatten(issue: Issue, root: unknown): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const at = issue.path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key],
    root,
  );
  const firstKey = typeof at === 'object' && at !== null && !Array.isArray(at) ? Object.keys(at)[0] : undefined;
  const knowsFirstKey = (issues: readonly Issue[]) =>
    firstKey !== undefined &&
    !issues.some(
      (inner) => inner.code === 'unrecognized_keys' && inner.path.length === 0 && inner.keys.includes(firstKey),
    );
  const candidates = issue.errors.filter(knowsFirstKey);
  if (firstKey !== undefined && candidates.length === 0) {
    return [{ code: 'unrecognized_keys', keys: [firstKey], path: issue.path, message: '' } as Issue];
  }
  const best = (candidates.length > 0 ? candidates : issue.errors).toSorted((a, b) => a.length - b.length)[0] ?? [];
  return best.flatMap((inner) => flatten({ ...inner, path: [...issue.path, ...inner.path] }, root));
}

function describe(
  path: string,
  text: string,
  offsets: Offsets,
  root: unknown,
  issue: Issue,
  schema: z.ZodType,
): Diagnostic {
  const unknownKey = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const where = unknownKey === undefined ? issue.path : [...issue.path, unknownKey];
  const { line, column } = positionOf(text, offsets, where);
  const place = issue.path.length === 0 ? 'at the top' : `in "${issue.path.join('.')}"`;
  const common = { path, line, column, severity: 'error' as const };
  if (unknownKey !== undefined) {
    // A key that is known here, but not beside its neighbours, has no better spelling.
    const known = knownKeys(schema, issue.path).filter((key) => key !== unknownKey);
    const guess = nearest(unknownKey, known);
    return {
      ...common,
      code: 'yaml/unknown-key',
      message: `unknown key "${unknownKey}" ${place}`,
      fix: guess === undefined ? `take "${unknownKey}" out` : `write "${guess}"`,
    };
  }
  const missing = issue.code === 'invalid_type' && valueAt(root, issue.path) === undefined;
  return {
    ...common,
    code: missing ? 'yaml/missing-key' : 'yaml/invalid-value',
    message: missing ? `"${String(issue.path.at(-1))}" is missing` : `${lowerFirst(issue.message)} ${place}`,
    fix: missing ? `add "${String(issue.path.at(-1))}:"` : 'write a value that the schema allows here',
  };
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const valueAt = (root: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], root);

/** The place of a path in the text; of its nearest parent that has one, where the path itself is missing. */
export function positionOf(
  text: string,
  offsets: Offsets,
  path: readonly PropertyKey[],
): { line: number; column: number } {
  for (let length = path.length; length >= 0; length -= 1) {
    const offset = offsets.get(JSON.stringify(path.slice(0, length).map(String)));
    if (offset === undefined) continue;
    const before = text.slice(0, offset).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }
  return { line: 1, column: 1 };
}

/** Maps each path of the document to the offset of its key, or of its item in a sequence. */
export function offsetsByPath(events: readonly Event[], text: string): Offsets {
  const offsets = new Map<string, number>();
  let index = 1; // the document's own event comes first
  const note = (path: readonly string[], offset: number) => offsets.set(JSON.stringify(path), offset);
  const startOf = (event: Event): number =>
    'start' in event ? event.start : 'valueStart' in event ? event.valueStart : 0;
  const walk = (path: readonly string[]): void => {
    const event = events[index];
    index += 1;
    if (event === undefined) return;
    if (event.type === EVENT_ID.MAPPING) {
      while (events[index] !== undefined && events[index]?.type !== EVENT_ID.POP) {
        const key = events[index];
        index += 1;
        if (key?.type !== EVENT_ID.SCALAR) return;
        const child = [...path, text.slice(key.valueStart, key.valueEnd)];
        note(child, key.valueStart);
        walk(child);
      }
      index += 1;
    } else if (event.type === EVENT_ID.SEQUENCE) {
      for (let item = 0; events[index] !== undefined && events[index]?.type !== EVENT_ID.POP; item += 1) {
        const child = [...path, String(item)];
        note(child, startOf(events[index] as Event));
        walk(child);
      }
      index += 1;
    }
  };
  walk([]);
  return offsets;
}
