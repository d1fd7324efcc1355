import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { Report } from '../../src/harness/report/report.ts';
import { reportsDir, verify } from '../support/run-cli.ts';
import { dockerProblem, helmProblem, kindProblem, needs } from '../support/world.ts';

/** Fixture, what it cannot do without, and how what it says begins where it is red. */
const fixtures: readonly (readonly [name: string, problem: string | undefined, message?: string])[] = [
  ['probe-otherwise', dockerProblem, ':9:3  http://127.0.0.1:8096/ answers 404, not 200'],
  ['image-otherwise', dockerProblem, ':6:3  image busybox:1.38: /bin/sh is in it'],
  ['container-otherwise', dockerProblem, ':7:3  container container-otherwise: exitCode is 0, not 3'],
  ['file-otherwise', dockerProblem, ':6:3  page.txt should contain "Good evening", and was:\n    Good morning'],
  ['object-otherwise', kindProblem, ':7:3  configmap/paint : of paint, data.colour is "green", not "red"'],
  ['wait-in-vain', dockerProblem, ':7:3  container wait-in-vain did not become log ready within 1s: it is running'],
  ['edit-nowhere', dockerProblem, ':5:3  page.txt holds "Good evening" 0 times, not once'],
  ['interrupt-too-late', dockerProblem, ':11:3  "echo $$ > pid; echo up" had ended by itself'],
  ['until-in-vain', dockerProblem, ':5:3  "docker run --rm busybox:1.38 echo not yet" still after 1s'],
  ['background-not-up', dockerProblem, ':5:3  "docker run --rm busybox:1.38 echo no" ended before it was up'],
  ['background-ends', dockerProblem, '"echo $$ > pid; echo up" should have gone on running, and ended:\nup'],
  [
    'compose-forgets',
    dockerProblem,
    'the cleanup leaves behind: container compose-forgets-web-1, network compose-forgets_default',
  ],
  ['compose-green', dockerProblem],
  ['helm-green', helmProblem],
];

let report: Report;
let output: string;

// One run for all of them: each would need the seconds that a run takes to begin.
beforeAll(async () => {
  const possible = fixtures.flatMap(([name, problem]) => (problem === undefined ? [name] : []));
  if (possible.length === 0) return;
  ({ output } = await verify(possible));
  report = JSON.parse(await readFile(join(reportsDir, 'verify.json'), 'utf8')) as Report;
});

test.for(fixtures)('%s', async ([name, problem, message], context) => {
  needs(problem, context);
  expect(
    report.examples.find(({ example }) => example === name),
    output,
  ).toMatchObject({ verdict: message === undefined ? 'passed' : 'failed' });
  const said = report.findings.filter(({ example }) => example === name).map((finding) => finding.message);
  expect(said).toHaveLength(message === undefined ? 0 : 1);
  const place = message?.startsWith(':') === true ? `examples/${name}/example.yaml` : '';
  expect(said[0]?.slice(0, `${place}${message}`.length)).toBe(message === undefined ? undefined : place + message);
});
