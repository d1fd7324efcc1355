import type { WaitStep } from '../../lib/example/schema.ts';
import { StepFailure } from '../blocked.ts';
import { conditionsOf, lacks, type KubernetesObject } from '../cluster/object.ts';
import { docker, inspectContainer } from '../engine/docker.ts';
import { quote } from '../check-text.ts';
import { knownEnd } from '../journal/reasons.ts';
import { milliseconds, pollPause } from '../limits.ts';
import type { Session } from '../session.ts';
import { aimAt, journalOf, portrait, type Aim } from './selected.ts';
import type { StepRunner } from './step-runner.ts';

type Wait = WaitStep['wait'];

/** Waits until something is so. Ends early, with the cause, where it can no longer become so. */
export const waitStep: StepRunner<WaitStep> = async ({ wait }, session, signal) => {
  session.assertions += Object.values(wait.for).filter((value) => value !== undefined).length;
  await (wait.container === undefined
    ? waitForObject(wait, session, signal)
    : waitForContainer(wait, wait.container, session, signal));
};

async function waitForObject(wait: Wait, session: Session, signal: AbortSignal): Promise<void> {
  const journal = journalOf(session);
  const aim = aimAt(wait.resource ?? '', wait.selector);
  const since = performance.now();
  const answer = await journal.until(
    () => {
      const objects = journal.objects(aim.kind).filter(aim.chooses);
      if (fulfilled(wait, objects)) return 'so';
      const end = wait.for.absent === true ? undefined : knownEnd(podsBehind(session, aim, since));
      return end === undefined ? undefined : end;
    },
    milliseconds(wait.within),
    signal,
  );
  if (answer === 'so') return;
  if (answer !== undefined)
    throw new StepFailure(
      `${aim.words} will not become ${inWords(wait)}: ${answer.reason} of ${answer.of}: ${answer.message}\n${portrait(journal, aim)}`,
    );
  throw new StepFailure(
    `${aim.words} did not become ${inWords(wait)} within ${wait.within}\n${portrait(journal, aim)}`,
  );
}

/** An object that is on its way out fulfils nothing but `absent`. */
function fulfilled(wait: Wait, objects: readonly KubernetesObject[]): boolean {
  if (wait.for.absent === true) return objects.length === 0;
  const alive = objects.filter((object) => object.metadata.deletionTimestamp === undefined);
  const fitting = alive.filter((object) => fits(wait.for, object));
  return wait.for.count === undefined
    ? alive.length > 0 && fitting.length === alive.length
    : fitting.length === wait.for.count;
}

function fits(end: Wait['for'], object: KubernetesObject): boolean {
  if (
    end.condition !== undefined &&
    !conditionsOf(object).some(({ type, status }) => type === end.condition && status === 'True')
  )
    return false;
  // A controller that has not seen the newest spec speaks of the one before.
  const { generation } = object.metadata as { generation?: number };
  const observed = object.status?.['observedGeneration'] as number | undefined;
  if (observed !== undefined && generation !== undefined && observed < generation) return false;
  if (end.phase !== undefined && object.status?.['phase'] !== end.phase) return false;
  return end.match === undefined || lacks(object, end.match) === undefined;
}

/** What the Pods that an object stands on have said since the wait began: itself, or those of a workload’s newest revision. */
function podsBehind(session: Session, aim: Aim, since: number): KubernetesObject[] {
  const journal = journalOf(session);
  const said = (choose: (pod: KubernetesObject) => boolean) =>
    journal
      .history('pod')
      .filter((entry) => entry.at >= since && entry.type !== 'DELETED' && choose(entry.object))
      .map((entry) => entry.object);
  if (aim.kind === 'pod') return said(aim.chooses);
  if (aim.kind === 'job') return [...journal.objects('job').filter(aim.chooses)];
  if (aim.kind !== 'deployment') return [];
  const owned = journal
    .objects('replicaset')
    .filter((set) =>
      set.metadata.ownerReferences?.some((owner) =>
        journal
          .objects('deployment')
          .some((deployment) => aim.chooses(deployment) && deployment.metadata.uid === owner.uid),
      ),
    );
  const revision = (set: KubernetesObject) =>
    Number(set.metadata.annotations?.['deployment.kubernetes.io/revision'] ?? 0);
  const newest = owned.toSorted((a, b) => revision(b) - revision(a))[0];
  return newest === undefined
    ? []
    : said((pod) => pod.metadata.ownerReferences?.some((owner) => owner.uid === newest.metadata.uid) ?? false);
}

function inWords({ for: end }: Wait): string {
  const { match, ...rest } = end;
  return Object.entries({ ...rest, ...(match === undefined ? {} : { match: JSON.stringify(match) }) })
    .map(([key, value]) => `${key} ${String(value)}`)
    .join(', ');
}

async function waitForContainer(wait: Wait, name: string, session: Session, signal: AbortSignal): Promise<void> {
  const deadline = performance.now() + milliseconds(wait.within);
  for (;;) {
    const facts = await inspectContainer(name);
    const log = wait.for.log === undefined ? undefined : await docker(['logs', name]);
    const soFar =
      facts === undefined
        ? 'it is not there'
        : `it is ${facts.State.Status}${facts.State.Health ? `, ${facts.State.Health.Status}` : ''}`;
    const fits =
      wait.for.absent === true
        ? facts === undefined
        : facts !== undefined &&
          (wait.for.state === undefined || facts.State.Status === wait.for.state) &&
          (wait.for.health === undefined || facts.State.Health?.Status === wait.for.health) &&
          (wait.for.log === undefined || `${log?.stdout}${log?.stderr}`.includes(wait.for.log));
    if (fits) return;
    const ended = facts?.State.Status === 'exited' && wait.for.state !== 'exited' && wait.for.absent !== true;
    if (ended || performance.now() > deadline)
      throw new StepFailure(
        `container ${name} ${ended ? `ended (exit code ${facts.State.ExitCode}) and will not become` : 'did not become'} ${inWords(wait)}${ended ? '' : ` within ${wait.within}: ${soFar}`}\n${quote((await docker(['logs', '--tail', '30', name])).stdout)}`,
      );
    signal.throwIfAborted();
    await new Promise((resolve) => setTimeout(resolve, pollPause));
  }
}
