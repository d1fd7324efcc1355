import type { Vertex } from './build-steps.ts';

const label = /^\[((?:\S+ )*)(\d+)\/(\d+)\] /u;

interface Stage {
  readonly name: string;
  readonly total: number;
  readonly steps: Map<number, Vertex>;
}

/**
 * Gives back to a build the steps that BuildKit shows under another build's name: where two builds that run at the same time have
 * a step in common, both show it as the first one calls it. A stage that lacks a step before its last takes it from a stage that
 * is broken off there.
 */
export function withOwnLabels(vertices: readonly Vertex[]): Vertex[] {
  const stages = new Map<string, Stage>();
  for (const vertex of vertices) {
    const match = label.exec(vertex.title);
    if (!match) continue;
    const [, name = '', step = '', total = ''] = match;
    const key = `${name}/${total}`;
    const stage = stages.get(key) ?? { name, total: Number(total), steps: new Map<number, Vertex>() };
    stages.set(key, stage);
    stage.steps.set(Number(step), vertex);
  }
  const titles = new Map<Vertex, string>();
  for (const stage of stages.values()) {
    for (const step of missing(stage)) {
      const giver = [...stages.values()].find(
        (other) => other !== stage && isForeign(other, stage) && other.steps.has(step),
      );
      const vertex = giver?.steps.get(step);
      if (vertex === undefined) continue;
      titles.set(vertex, vertex.title.replace(label, `[${stage.name}${step}/${stage.total}] `));
      giver!.steps.delete(step);
    }
  }
  return vertices.map((vertex) => ({ ...vertex, title: titles.get(vertex) ?? vertex.title }));
}

/** The steps that a stage lacks before the last one that it has. */
function missing({ steps }: Stage): number[] {
  const last = Math.max(...steps.keys());
  return Array.from({ length: last - 1 }, (_, index) => index + 1).filter((step) => !steps.has(step));
}

/** Whether all steps of a stage fit into the gaps of another, and its own end is not there. */
const isForeign = (giver: Stage, taker: Stage): boolean =>
  !giver.steps.has(giver.total) && [...giver.steps.keys()].every((step) => !taker.steps.has(step));
