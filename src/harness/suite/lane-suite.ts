import { join } from 'node:path';
import { afterAll, describe, test } from 'vitest';
import { renderPretty } from '../../lib/diagnostics/render.ts';
import { loadExample, type Example } from '../../lib/example/load.ts';
import { StepFailure } from '../blocked.ts';
import { differences, readRecorded, writeReceipt, writeRecorded, type Recorded } from '../evidence.ts';
import type { BaseImage } from '../engine/images.ts';
import { examplesDir } from '../project-root.ts';
import { startReaper } from '../reaper/start.ts';
import { ExampleRun } from '../run-example.ts';
import { recorded } from '../session.ts';
import { nameOf } from '../steps/index.ts';
import { toolsOf } from '../versions.ts';
import { keepKey } from './keys.ts';
import { readPlan, type Lane } from './plan.ts';
import { namespacesLeft } from './namespaces-left.ts';
import { World } from './world.ts';

const plan = readPlan();
const world = new World(plan, (what) => console.log(`… ${what}`));
const namespaces: string[] = [];

/** Tells the examples of one lane as tests: a `describe` each, a `test` a step. */
export async function laneSuite(lane: Lane): Promise<void> {
  afterAll(startReaper());
  for (const id of plan.examples[lane]) {
    const loaded = await loadExample(join(examplesDir, id));
    describe(id, () => {
      if (loaded.ok) runs(loaded.value);
      else
        test('example.yaml', () => {
          throw new StepFailure(renderPretty(loaded.diagnostics, false));
        });
    });
  }
  if (lane === 'cluster')
    describe('afterwards', () => {
      test('no namespace of the examples is left', async () => {
        const left = await namespacesLeft(await world.usedCluster(), namespaces);
        if (left.length > 0) throw new StepFailure(`these namespaces are still there: ${left.join(', ')}`);
      });
    });
}

/** One run of an example, or two where its transcripts are to be renewed. */
function runs(example: Example): void {
  const results: { recorded: Recorded; assertions: number; images: readonly BaseImage[] }[] = [];
  if (plan.update) {
    describe('first run', () => oneRun(example, results));
    describe('second run', () => oneRun(example, results));
    test('both runs say the same, and are recorded', async ({ skip }) => {
      const [first, second] = results;
      if (first === undefined || second === undefined) return skip('not reached: a run failed');
      const diffs = differences(first.recorded, second.recorded);
      if (diffs.length > 0)
        throw new StepFailure(
          `two runs of ${example.id} say different things, so neither is kept:\n${diffs.join('\n')}`,
        );
      await writeRecorded(example, second.recorded);
      await keepReceipt(example, second);
    });
    return;
  }
  oneRun(example, results);
  test('the terminal said what is recorded', async ({ skip }) => {
    const [only] = results;
    if (only === undefined) return skip('not reached: a step failed');
    const diffs = differences(await readRecorded(example), only.recorded);
    if (diffs.length > 0)
      throw new StepFailure(
        `examples/${example.id}/transcripts differ (- recorded, + now):\n${diffs.join('\n')}\n  fix   if the new output is right: npm run verify -- ${example.id} --update`,
      );
    await keepReceipt(example, only);
  });
}

function oneRun(
  example: Example,
  results: { recorded: Recorded; assertions: number; images: readonly BaseImage[] }[],
): void {
  let run: ExampleRun | undefined;
  let images: readonly BaseImage[] = [];
  test('prepare', async () => {
    images = await world.baseImages(example);
    run = new ExampleRun(example, { dockerHost: await world.dockerHost(), cluster: await world.clusterFor(example) });
    await run.open();
    if (run.session?.cluster !== undefined) namespaces.push(run.session.cluster.namespace);
  });
  const all = [
    ...example.steps.map((step, index) => ({ step, line: example.lines.steps[index] })),
    ...example.cleanup.map((step, index) => ({ step, line: example.lines.cleanup[index] })),
  ];
  for (const [index, { step, line }] of all.entries())
    test(`${String(index + 1).padStart(2)}  ${nameOf(step)}`, async ({ signal, skip }) => {
      if (run?.session === undefined) return skip('not reached');
      if (run.broken !== undefined) return skip(`not reached: ${run.broken.split('\n')[0]}`);
      try {
        await run.step(step, signal);
      } catch (error) {
        if (error instanceof StepFailure)
          error.message = `examples/${example.id}/example.yaml:${line}:3  ${error.message}`;
        throw error;
      }
    });
  test('the cleanup leaves nothing behind', async ({ skip }) => {
    if (run?.session === undefined || run.broken !== undefined) return skip('not reached');
    await run.checkNothingLeft();
    results.push({ recorded: recorded(run.session), assertions: run.session.assertions + 1, images });
  });
  afterAll(async () => run?.close());
}

async function keepReceipt(
  example: Example,
  result: { assertions: number; images: readonly BaseImage[] },
): Promise<void> {
  const tools = Object.fromEntries(
    toolsOf(example.tier).flatMap((tool) => (plan.tools[tool] === undefined ? [] : [[tool, plan.tools[tool]]])),
  );
  await writeReceipt(
    example,
    {
      tools,
      images: result.images.map(({ reference, standIn }) => ({ reference, standIn })),
      steps: example.steps.length + example.cleanup.length,
      assertions: result.assertions,
    },
    plan.update,
  );
  await keepKey(example, plan.tools, result.images);
}
