import type { InterruptStep } from '../../lib/example/schema.ts';
import { StepFailure } from '../blocked.ts';
import { record } from './run.ts';
import type { StepRunner } from './step-runner.ts';

/** Ends a background command as Ctrl-C does; where the step names a transcript, records all that it said. */
export const interruptStep: StepRunner<InterruptStep> = async (step, session) => {
  const left = session.background.get(step.interrupt);
  if (left === undefined) throw new StepFailure(`"${step.interrupt}" does not run`);
  session.assertions += 1;
  if (!left.process.running()) throw new StepFailure(`"${step.interrupt}" had ended by itself`);
  await left.process.interrupt();
  session.background.delete(step.interrupt);
  record(
    session,
    { run: step.interrupt, transcript: step.transcript },
    { exitCode: null, output: left.process.output() },
  );
};
