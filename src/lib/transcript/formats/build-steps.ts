import { compare } from '../order.ts';

/** A step of a build, with all that BuildKit said about it in order. */
export interface Vertex {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Gathers the lines of each step from where BuildKit interleaved them. */
export function readVertices(lines: readonly string[]): Vertex[] {
  const vertices = new Map<string, { title: string; lines: string[] }>();
  for (const line of lines) {
    const match = /^#(\d+)(?: (.*))?$/u.exec(line);
    if (!match) continue;
    const [, number = '', text = ''] = match;
    const vertex = vertices.get(number);
    if (!vertex) vertices.set(number, { title: text, lines: [] });
    // Coming back to a step, BuildKit says its title again.
    else if (text !== vertex.title) vertex.lines.push(text);
  }
  return [...vertices.values()];
}

interface Place {
  readonly vertex: Vertex;
  readonly service: string;
  readonly stage: string;
  readonly step: number;
  readonly rank: number;
}

const ranks = [
  /^building with /u,
  /\] load build definition /u,
  /\] load metadata /u,
  /\] load \.dockerignore/u,
  /^(?!.*internal).*\] FROM /u,
  /\] load build context/u,
  /^\[/u,
  /^exporting /u,
];

function placeOf(vertex: Vertex): Place {
  const found = ranks.findIndex((pattern) => pattern.test(vertex.title));
  const rank = found === -1 ? ranks.length : found;
  const step = /^\[(?:(\S+) )??(?:(\S+) )?(\d+)\/\d+\] /u.exec(vertex.title);
  const internal = /^\[(\S+) internal\] /u.exec(vertex.title);
  return {
    vertex,
    service: internal?.[1] ?? step?.[1] ?? '',
    stage: step?.[2] ?? '',
    step: Number(step?.[3] ?? 0),
    rank,
  };
}

/**
 * Brings steps into an order that every run has: first what is loaded, then the base images, then stage by stage (a stage after
 * those it copies from, the last one last), then the export.
 */
export function orderVertices(vertices: readonly Vertex[]): Vertex[] {
  const places = vertices.map(placeOf);
  const stages = orderStages(places);
  return places
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        compare(a.service, b.service) ||
        stages.indexOf(a.stage) - stages.indexOf(b.stage) ||
        a.step - b.step ||
        compare(a.vertex.title, b.vertex.title),
    )
    .map(({ vertex }) => vertex);
}

function orderStages(places: readonly Place[]): string[] {
  const stages = [...new Set(places.filter(({ step }) => step > 0).map(({ stage }) => stage))].sort(compare);
  const needs = new Map<string, Set<string>>();
  for (const { stage, vertex } of places) {
    const from = /--from=(\S+)/u.exec(vertex.title)?.[1];
    if (from !== undefined && stages.includes(from)) needs.set(stage, (needs.get(stage) ?? new Set()).add(from));
  }
  // Without a name a stage is called after its number, and the last stage of a Dockerfile is the one that has none most often.
  const isNeeded = (stage: string) => [...needs.values()].some((set) => set.has(stage));
  const ordered: string[] = [];
  const visit = (stage: string) => {
    if (ordered.includes(stage)) return;
    for (const other of [...(needs.get(stage) ?? [])].sort(compare)) visit(other);
    ordered.push(stage);
  };
  for (const stage of stages.filter(isNeeded)) visit(stage);
  for (const stage of stages) visit(stage);
  return ordered;
}
