import type { Example } from './load.ts';
import type { Expectation, ProbeStep, RunStep, Step, WaitStep } from './schema.ts';

/** What is wrong with a step, and the keys that lead there from the step. */
export interface StepProblem {
  readonly at: readonly string[];
  readonly code: string;
  readonly message: string;
  readonly fix: string;
}

type Wait = WaitStep['wait'];

/** What a schema cannot see: a step without an aim, one that its tier cannot do, one that would be green whatever happens. */
export function problemsOf(step: Step, example: Example): StepProblem[] {
  if ('run' in step) return runProblems(step);
  if ('probe' in step) return probeProblems(step.probe);
  if ('wait' in step) return [...waitProblems(step.wait), ...withoutCluster(step.wait.resource, example)];
  if ('fails' in step)
    return 'run' in step.fails
      ? exitCodeAlone(step.fails, ['fails', 'exitCode'])
      : withoutCluster(step.fails.resource, example);
  if ('interrupt' in step) return interruptProblems(step.interrupt, example);
  return 'expect' in step ? expectProblems(step.expect) : [];
}

function runProblems(step: RunStep): StepProblem[] {
  if (step.background !== undefined)
    return notAsked(step, ['expect', 'until'], [], 'of a command in the background, whose "ready" is');
  const words = { ...step.expect, output: step.expect?.output ?? step.until?.output };
  return (step.expect?.exitCode ?? 0) === 0 ? [] : exitCodeAlone(words, ['expect', 'exitCode']);
}

type Words = Readonly<Partial<Record<'stdout' | 'stderr' | 'output', unknown>>>;

const exitCodeAlone = ({ stdout, stderr, output }: Words, at: readonly string[]): StepProblem[] =>
  [stdout, stderr, output].some((words) => words !== undefined)
    ? []
    : cannotFail(
        at,
        'an exit code alone would be green for any other mistake with that code',
        "add output: with the words that say why, or output: '' where nothing is printed",
      );

function probeProblems(probe: ProbeStep['probe']): StepProblem[] {
  const aims = [probe.url, probe.service, probe.pod].filter((aim) => aim !== undefined).length;
  if (aims !== 1)
    return [
      {
        at: ['probe'],
        code: 'example/probe-aim',
        message: 'a probe asks one thing',
        fix: 'give exactly one of url, service or pod',
      },
    ];
  if (probe.refused === true) return notAsked(probe, ['status', 'body'], ['probe'], 'beside "refused"');
  return probe.status === undefined && probe.body === undefined
    ? cannotFail(['probe'], 'this probe cannot fail', 'add status:, body: or refused: true')
    : [];
}

/** What has each end that can be waited for; a new one does not compile until it has its place here. */
const hasEnd: Record<keyof Wait['for'], 'resource' | 'container' | 'both'> = {
  condition: 'resource',
  phase: 'resource',
  match: 'resource',
  count: 'resource',
  health: 'container',
  state: 'container',
  log: 'container',
  absent: 'both',
};

function waitProblems(wait: Wait): StepProblem[] {
  if ((wait.resource === undefined) === (wait.container === undefined))
    return [
      {
        at: ['wait'],
        code: 'example/wait-aim',
        message: 'a wait is for one thing',
        fix: 'give exactly one of resource or container',
      },
    ];
  const aim = wait.container === undefined ? 'resource' : 'container';
  const ends = Object.keys(wait.for) as (keyof Wait['for'])[];
  const foreign = ends.filter((end) => hasEnd[end] !== 'both' && hasEnd[end] !== aim);
  const own = Object.keys(hasEnd).filter((end) => hasEnd[end as keyof Wait['for']] === aim);
  if (foreign.length > 0)
    return foreign.flatMap((end) =>
      cannotFail(
        ['wait', 'for', end],
        `a ${aim} is never asked for "${end}", which only a ${hasEnd[end]} has`,
        `write ${own.slice(0, -1).join(', ')} or ${own.at(-1)} in its place`,
      ),
    );
  if (wait.container !== undefined && wait.selector !== undefined)
    return notAsked(wait, ['selector'], ['wait'], 'of a container');
  if (wait.for.absent === true) return notAsked(wait.for, own, ['wait', 'for'], 'beside "absent"');
  return demandsNothing(wait.for.match) ? empty(['wait', 'for', 'match']) : [];
}

function interruptProblems(line: string, example: Example): StepProblem[] {
  if (example.steps.some((other) => 'run' in other && other.background && other.run === line)) return [];
  return [
    {
      at: ['interrupt'],
      code: 'example/nothing-to-interrupt',
      message: `no background step runs "${line}"`,
      fix: 'repeat the run line of a background step word for word',
    },
  ];
}

function withoutCluster(resource: string | undefined, { tier }: Example): StepProblem[] {
  if (resource === undefined || tier === 'cluster' || tier === 'helm') return [];
  return [
    {
      at: [],
      code: 'example/no-cluster',
      message: `an example of tier "${tier}" has no cluster`,
      fix: 'set tier: cluster',
    },
  ];
}

/** What names the thing that an `expect` speaks of, each with a claim that could be made of it. */
const claimsOf = {
  image: 'size:, user:, present: or another claim',
  container: 'state:',
  volume: 'state:',
  network: 'state:',
  file: 'state: or text:',
  resource: 'match:, count:, event: or absent: true',
};

function expectProblems(expect: Expectation): StepProblem[] {
  const subject = Object.keys(claimsOf).find((key) => key in expect) as keyof typeof claimsOf;
  const claims = Object.entries(expect).filter(([key]) => key !== subject && key !== 'selector');
  if (claims.length === 0)
    return cannotFail(
      ['expect', subject],
      `this says nothing of the ${subject} but its name`,
      `add ${claimsOf[subject]}`,
    );
  const gone = 'absent' in expect ? 'absent' : 'file' in expect && expect.state === 'absent' ? 'state' : undefined;
  if (gone !== undefined) {
    const others = claims.map(([key]) => key).filter((key) => key !== gone);
    return notAsked(expect, others, ['expect'], 'of what is absent');
  }
  if ('factor' in expect && expect.smallerThan === undefined)
    return cannotFail(['expect', 'factor'], '"factor" is not asked without "smallerThan"', 'add smallerThan:');
  // An image without a command has the empty list; no other empty value says anything.
  return claims.flatMap(([key, value]) =>
    key !== 'entrypoint' && key !== 'cmd' && (demandsNothing(value) || (Array.isArray(value) && value.length === 0))
      ? empty(['expect', key])
      : [],
  );
}

/** A mapping that holds no value, at any depth, is fulfilled by everything. */
const demandsNothing = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(demandsNothing);

const empty = (at: readonly string[]): StepProblem[] =>
  cannotFail(at, `"${at.at(-1)}" demands nothing`, `write into it what must be so, or take it out`);

const notAsked = (step: object, keys: readonly string[], within: readonly string[], where: string): StepProblem[] =>
  keys
    .filter((key) => Object.hasOwn(step, key))
    .flatMap((key) => cannotFail([...within, key], `"${key}" is never asked ${where}`, `take "${key}" out`));

const cannotFail = (at: readonly string[], message: string, fix: string): StepProblem[] => [
  { at, code: 'example/cannot-fail', message, fix },
];
