import { isMap, isScalar, isSeq, LineCounter, parseAllDocuments, type Document, type Node, type Pair } from 'yaml';
import type { Lines, Unresolved } from './excerpt.ts';

/**
 * Finds the lines of `spec.template.spec` or `spec.containers[0].image`, key and value. Where a file holds several documents,
 * the first one that has the path is meant; `Service/web:spec.ports` names the document too.
 */
export function yamlPathLines(text: string, path: string): Lines | Unresolved {
  const counter = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: counter, version: '1.1' }) as Document.Parsed[];
  const [, wanted, inner = path] = /^(\w+\/[\w.-]+):(.*)$/.exec(path) ?? [];
  const candidates = wanted === undefined ? documents : documents.filter((document) => nameOf(document) === wanted);
  if (candidates.length === 0)
    return { message: `there is no object "${wanted}"`, fix: `write one of: ${documents.map(nameOf).join(', ')}` };
  const steps = inner.split(/[.[\]]+/).filter((step) => step !== '');
  const attempts = candidates.map((document) => walk(document.contents, steps));
  const found = attempts.find((attempt) => 'start' in attempt);
  if (found !== undefined && 'start' in found)
    return { from: counter.linePos(found.start).line, to: counter.linePos(lastCharacter(text, found)).line };
  const furthest = attempts.toSorted((a, b) => depthOf(b) - depthOf(a))[0] as Lost;
  const at = furthest.depth === 0 ? 'at the top' : `in "${steps.slice(0, furthest.depth).join('.')}"`;
  return {
    message: `there is no "${steps[furthest.depth]}" ${at}`,
    fix: furthest.keys.length === 0 ? `end the path before it` : `write one of: ${furthest.keys.join(', ')}`,
  };
}

interface Found {
  readonly start: number;
  readonly end: number;
}
interface Lost {
  readonly depth: number;
  readonly keys: readonly string[];
}

const depthOf = (attempt: Found | Lost): number => ('depth' in attempt ? attempt.depth : Infinity);

function walk(root: Node | null, steps: readonly string[]): Found | Lost {
  let node: unknown = root;
  let range: Found | undefined;
  for (const [depth, step] of steps.entries()) {
    if (isMap(node)) {
      const pair: Pair | undefined = node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === step);
      if (pair === undefined)
        return { depth, keys: node.items.map(({ key }) => String(isScalar(key) ? key.value : key)) };
      range = { start: rangeOf(pair.key)?.start ?? 0, end: rangeOf(pair.value)?.end ?? rangeOf(pair.key)?.end ?? 0 };
      node = pair.value;
    } else if (isSeq(node)) {
      const item = /^\d+$/.test(step) ? node.items[Number(step)] : undefined;
      if (item === undefined) return { depth, keys: node.items.map((_, index) => `[${index}]`) };
      range = rangeOf(item);
      node = item;
    } else return { depth, keys: [] };
  }
  return range ?? { start: 0, end: rangeOf(root)?.end ?? 0 };
}

function rangeOf(node: unknown): Found | undefined {
  const range = (node as Node | null)?.range;
  return range === null || range === undefined ? undefined : { start: range[0], end: range[1] };
}

/** The value’s range ends after the line break behind it; what is meant is its last visible character. */
function lastCharacter(text: string, { start, end }: Found): number {
  const value = text.slice(start, end).trimEnd();
  return start + Math.max(0, value.length - 1);
}

function nameOf(document: Document): string {
  const kind = document.get('kind');
  return `${String(kind)}/${String(document.getIn(['metadata', 'name']))}`;
}
