import { join } from 'node:path';
import type { FailsStep, RunStep } from '../../lib/example/schema.ts';
import { splitCommand } from '../../lib/example/command-line.ts';
import { StepFailure } from '../blocked.ts';
import { checkText, quote, textAssertions, textProblem } from '../check-text.ts';
import { CannotStart, execute, startBackground, type Ended } from '../engine/exec.ts';
import { worldError } from '../engine/docker.ts';
import { commandLimit, milliseconds, pollPause, readyLimit } from '../limits.ts';
import { noteInLedger, type Session } from '../session.ts';
import { noteImages } from './note-images.ts';
import type { StepRunner } from './step-runner.ts';

type Line = Pick<RunStep, 'run' | 'shell' | 'in' | 'stdin' | 'transcript' | 'within'>;

/** Runs the reader’s command and holds its end and words against what is expected; records both where a page shows them. */
export const runStep: StepRunner<RunStep> = async (step, session, signal) => {
  if (step.background !== undefined) return runInBackground(step, step.background, session, signal);
  const ended =
    step.until === undefined
      ? await runLine(step, session, signal, apart(step.expect))
      : await runUntil(step, step.until, session, signal);
  record(session, step, ended);
  const wanted = step.expect ?? {};
  session.assertions +=
    1 + textAssertions(wanted.stdout) + textAssertions(wanted.stderr) + textAssertions(wanted.output);
  const exitCode = wanted.exitCode ?? 0;
  if (ended.exitCode !== exitCode) throw wrongEnd(step.run, exitCode, ended);
  checkWords(ended, wanted);
};

/** Runs a command that must fail with one exit code and for one reason: success, or other words, is red. */
export async function runFailing(
  step: Extract<FailsStep['fails'], { run: string }>,
  session: Session,
  signal: AbortSignal,
): Promise<void> {
  const ended = await runLine(step, session, signal, apart(step));
  record(session, step, ended);
  session.assertions += 1 + textAssertions(step.stdout) + textAssertions(step.stderr) + textAssertions(step.output);
  if (ended.exitCode === 0)
    throw new StepFailure(
      `"${step.run}" should fail with exit code ${step.exitCode}, and succeeded:\n${quote(ended.output)}`,
    );
  if (ended.exitCode !== step.exitCode) throw wrongEnd(step.run, step.exitCode, ended);
  checkWords(ended, step);
}

const apart = (wanted: { stdout?: unknown; stderr?: unknown } | undefined): boolean =>
  wanted?.stdout !== undefined || wanted?.stderr !== undefined;

function checkWords(ended: Ended, wanted: Pick<NonNullable<RunStep['expect']>, 'stdout' | 'stderr' | 'output'>): void {
  checkText('standard output', ended.stdout, wanted.stdout);
  checkText('standard error', ended.stderr, wanted.stderr);
  checkText('the output', ended.output, wanted.output);
}

function wrongEnd(line: string, wanted: number, ended: Ended): Error {
  // A full disk or a lost engine says nothing about the example.
  if (
    /no space left on device|Cannot connect to the Docker daemon|failed to connect to the docker API/i.test(
      ended.output,
    )
  )
    return worldError(line, ended.output);
  return new StepFailure(`"${line}" ended with exit code ${ended.exitCode}, not ${wanted}:\n${quote(ended.output)}`);
}

/** Runs one line to its end. Throws a `StepFailure` where its time is up. */
export async function runLine(step: Line, session: Session, signal: AbortSignal, streamsApart = false): Promise<Ended> {
  const within = step.within === undefined ? commandLimit : milliseconds(step.within);
  const { groups } = session.ledger;
  try {
    const ended = await execute(argvOf(step), {
      cwd: folderOf(step, session),
      env: session.env,
      within,
      apart: streamsApart,
      signal,
      onSpawn: (group) => noteInLedger(session, { groups: [...groups, group] }),
      ...(step.stdin === undefined ? {} : { stdin: step.stdin }),
    });
    if (ended.timedOut)
      throw new StepFailure(
        `"${step.run}" did not end within ${within / 1000} s. If that is no fault of it, give the step a within:\n${quote(ended.output)}`,
      );
    return ended;
  } catch (error) {
    if (error instanceof CannotStart)
      throw new StepFailure(`"${step.run}" could not be started: ${error.message}`, { cause: error });
    throw error;
  } finally {
    noteInLedger(session, { groups });
    await noteImages(step.run, session);
  }
}

function argvOf(step: Line): string[] {
  if (step.shell === true) return ['bash', '-c', step.run];
  const words = splitCommand(step.run);
  if (words === undefined)
    throw new StepFailure(
      `"${step.run}" needs a shell (a pipe, a variable, a redirection or a pattern): say shell: true`,
    );
  return words;
}

const folderOf = (step: Line, session: Session): string => join(session.workdir, step.in ?? '.');

async function runUntil(
  step: RunStep,
  until: NonNullable<RunStep['until']>,
  session: Session,
  signal: AbortSignal,
): Promise<Ended> {
  const deadline = performance.now() + milliseconds(until.within);
  for (;;) {
    const ended = await runLine(step, session, signal, apart(step.expect));
    const problem = textProblem(ended.output, until.output);
    if (problem === undefined) {
      session.assertions += textAssertions(until.output);
      return ended;
    }
    if (performance.now() > deadline)
      throw new StepFailure(`"${step.run}" still after ${until.within}: the output ${problem}\n${quote(ended.output)}`);
    signal.throwIfAborted();
    await new Promise((resolve) => setTimeout(resolve, pollPause));
  }
}

async function runInBackground(
  step: RunStep,
  background: NonNullable<RunStep['background']>,
  session: Session,
  signal: AbortSignal,
): Promise<void> {
  const process = startBackground(argvOf(step), { cwd: folderOf(step, session), env: session.env });
  noteInLedger(session, { groups: [...session.ledger.groups, process.group] });
  session.background.set(step.run, { process, transcript: step.transcript, entry: undefined });
  const within = background.within === undefined ? readyLimit : milliseconds(background.within);
  const deadline = performance.now() + within;
  session.assertions += textAssertions(background.ready);
  for (;;) {
    const problem = textProblem(process.output(), background.ready);
    if (problem === undefined) break;
    if (!process.running())
      throw new StepFailure(`"${step.run}" ended before it was up; its output ${problem}\n${quote(process.output())}`);
    if (performance.now() > deadline)
      throw new StepFailure(
        `"${step.run}" is not up after ${within / 1000} s; its output ${problem}\n${quote(process.output())}`,
      );
    signal.throwIfAborted();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  record(session, step, { exitCode: null, output: process.output() });
}

/** Adds a command and what it said to the transcript that the step names. */
export function record(
  session: Session,
  step: Pick<Line, 'run' | 'transcript'>,
  ended: { exitCode: number | null; output: string },
): void {
  if (step.transcript === undefined) return;
  const entries = session.transcripts.get(step.transcript) ?? [];
  entries.push(session.normaliser.add({ command: step.run, exitCode: ended.exitCode, output: ended.output }));
  session.transcripts.set(step.transcript, entries);
}
