import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Expectation } from '../../lib/example/schema.ts';
import { StepFailure } from '../blocked.ts';
import { checkText, textAssertions } from '../check-text.ts';
import { docker, dockerLines, inspectContainer } from '../engine/docker.ts';
import { lacks } from '../cluster/object.ts';
import { milliseconds } from '../limits.ts';
import type { Session } from '../session.ts';
import { expectImage } from './expect-image.ts';
import { aimAt, journalOf, portrait } from './selected.ts';
import type { StepRunner } from './step-runner.ts';

type Of<Key extends string> = Extract<Expectation, Record<Key, unknown>>;

/** Holds a state of the world against what the example says of it. */
export const expectStep: StepRunner<{ expect: Expectation }> = async ({ expect }, session) => {
  if ('image' in expect) return expectImage(expect, session);
  if ('container' in expect) return expectContainer(expect, session);
  if ('volume' in expect) return expectListed('volume', expect.volume, expect.state, session);
  if ('network' in expect) return expectListed('network', expect.network, expect.state, session);
  if ('file' in expect) return expectFile(expect, session);
  return expectObject(expect, session);
};

async function expectContainer(wanted: Of<'container'>, session: Session): Promise<void> {
  const facts = await inspectContainer(wanted.container);
  const state = facts?.State;
  const found = { state: state?.Status ?? 'absent', exitCode: state?.ExitCode, oomKilled: state?.OOMKilled };
  for (const key of ['state', 'exitCode', 'oomKilled'] as const) {
    if (wanted[key] === undefined) continue;
    session.assertions += 1;
    if (found[key] !== wanted[key])
      throw new StepFailure(`container ${wanted.container}: ${key} is ${found[key]}, not ${wanted[key]}`);
  }
  if (wanted.stoppedWithin !== undefined) {
    session.assertions += 1;
    const took = await stoppingTime(wanted.container);
    if (took > milliseconds(wanted.stoppedWithin))
      throw new StepFailure(`container ${wanted.container} took ${took} ms to stop, more than ${wanted.stoppedWithin}`);
  }
}

/** Milliseconds from the last first signal to the end of a container, as the engine’s own events tell. */
async function stoppingTime(container: string): Promise<number> {
  // Until a moment from now: the engine rounds `now` down to the second, and the end may have come in this one.
  const until = (Date.now() / 1000 + 0.3).toFixed(3);
  const lines = await dockerLines([
    'events',
    '--since',
    '10m',
    '--until',
    until,
    '--filter',
    `container=${container}`,
    '--format',
    '{{.Action}} {{.TimeNano}}',
  ]);
  const events = lines.map((line) => line.split(' ')).map(([action, time]) => ({ action, time: Number(time) / 1e6 }));
  const died = events.findLast(({ action }) => action === 'die');
  const started = events.findLast(({ action, time }) => action === 'start' && time < (died?.time ?? 0));
  const signalled = events.find(({ action, time }) => action === 'kill' && time > (started?.time ?? 0));
  if (died === undefined || signalled === undefined)
    throw new StepFailure(`container ${container} was not stopped by a signal`);
  return Math.round(died.time - signalled.time);
}

async function expectListed(
  kind: 'volume' | 'network',
  name: string,
  state: 'present' | 'absent',
  session: Session,
): Promise<void> {
  const { exitCode } = await docker([kind, 'inspect', name]);
  session.assertions += 1;
  const found = exitCode === 0 ? 'present' : 'absent';
  if (found !== state) throw new StepFailure(`${kind} ${name} is ${found}, not ${state}`);
}

async function expectFile(wanted: Of<'file'>, session: Session): Promise<void> {
  const path = wanted.file.startsWith('~/')
    ? join(session.home, wanted.file.slice(2))
    : join(session.workdir, wanted.file);
  const text = await readFile(path, 'utf8').catch(() => undefined);
  const state = text === undefined ? 'absent' : 'present';
  session.assertions += 1 + textAssertions(wanted.text);
  if (state !== (wanted.state ?? 'present'))
    throw new StepFailure(`${wanted.file} is ${state}, not ${wanted.state ?? 'present'}`);
  if (text !== undefined) checkText(wanted.file, text, wanted.text);
}

function expectObject(wanted: Of<'resource'>, session: Session): void {
  const journal = journalOf(session);
  const aim = aimAt(wanted.resource, wanted.selector);
  const objects = journal
    .objects(aim.kind)
    .filter(aim.chooses)
    .filter((object) => object.metadata.deletionTimestamp === undefined);
  const fail = (problem: string): never => {
    throw new StepFailure(`${aim.words} ${problem}\n${portrait(journal, aim)}`);
  };
  session.assertions +=
    [wanted.count, wanted.match, wanted.absent, wanted.event].filter((value) => value !== undefined).length || 1;
  if (wanted.absent === true) return objects.length > 0 ? fail('should be absent, and is there') : undefined;
  if (wanted.count !== undefined && objects.length !== wanted.count)
    fail(`: there are ${objects.length}, not ${wanted.count}`);
  if (wanted.count === undefined && objects.length === 0) fail('is not there');
  for (const object of objects) {
    const problem = wanted.match === undefined ? undefined : lacks(object, wanted.match);
    if (problem !== undefined) fail(`: of ${object.metadata.name}, ${problem}`);
  }
  if (wanted.event !== undefined) {
    const uids = new Set(
      journal
        .history(aim.kind)
        .filter((entry) => aim.chooses(entry.object))
        .map((entry) => entry.object.metadata.uid),
    );
    const came = journal
      .history('event')
      .some(
        ({ object }) =>
          object['reason'] === wanted.event && uids.has((object['involvedObject'] as { uid: string }).uid),
      );
    if (!came) fail(`had no event ${wanted.event}`);
  }
}
