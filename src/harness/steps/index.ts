import {
  kindOf,
  type EditStep,
  type Expectation,
  type FailsStep,
  type InterruptStep,
  type ProbeStep,
  type RunStep,
  type Step,
  type StepKind,
  type WaitStep,
} from '../../lib/example/schema.ts';
import type { Session } from '../session.ts';
import { editStep } from './edit.ts';
import { expectStep } from './expect.ts';
import { failsStep } from './fails.ts';
import { interruptStep } from './interrupt.ts';
import { probeStep } from './probe.ts';
import { runStep } from './run.ts';
import type { StepRunner } from './step-runner.ts';
import { waitStep } from './wait.ts';

interface StepOf {
  run: RunStep;
  expect: { expect: Expectation };
  wait: WaitStep;
  probe: ProbeStep;
  fails: FailsStep;
  edit: EditStep;
  interrupt: InterruptStep;
}

/** A new kind of step does not compile until it has a runner here. */
const runners = {
  run: runStep,
  expect: expectStep,
  wait: waitStep,
  probe: probeStep,
  fails: failsStep,
  edit: editStep,
  interrupt: interruptStep,
} satisfies { [Kind in StepKind]: StepRunner<StepOf[Kind]> };

/** Does one step of a session. */
export const doStep = (step: Step, session: Session, signal: AbortSignal): Promise<void> =>
  (runners[kindOf(step)] as StepRunner<Step>)(step, session, signal);

/** A step in a few words: what a report and the progress line call it. */
export function nameOf(step: Step): string {
  if ('run' in step) return step.background ? `${step.run} &` : step.run;
  if ('wait' in step)
    return `wait for ${step.wait.resource ?? step.wait.container}${step.wait.selector === undefined ? '' : ` (${step.wait.selector})`}: ${JSON.stringify(step.wait.for)}`;
  if ('probe' in step) return `probe ${step.probe.url ?? step.probe.service ?? step.probe.pod}${step.probe.path ?? ''}`;
  if ('fails' in step)
    return 'run' in step.fails ? `fails: ${step.fails.run}` : `fails: ${step.fails.resource} with ${step.fails.reason}`;
  if ('edit' in step) return `edit ${step.edit.file}`;
  if ('interrupt' in step) return `interrupt ${step.interrupt}`;
  const subject = Object.entries(step.expect ?? {})[0];
  return `expect ${subject?.[0]} ${String(subject?.[1])}`;
}
