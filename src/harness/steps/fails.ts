import type { FailsStep } from '../../lib/example/schema.ts';
import { StepFailure } from '../blocked.ts';
import type { KubernetesObject } from '../cluster/object.ts';
import { contradicts, reasonsOf, type Reason } from '../journal/reasons.ts';
import { milliseconds } from '../limits.ts';
import type { Session } from '../session.ts';
import { runFailing } from './run.ts';
import { aimAt, journalOf, portrait, type Aim } from './selected.ts';
import type { StepRunner } from './step-runner.ts';

type FailingObject = Extract<FailsStep['fails'], { resource: string }>;
type Verdict = { readonly met: true } | { readonly met: false; readonly because: string };

/** A failure that must happen, for its one reason. It is red when the thing succeeds, fails for something else, or does nothing in time. */
export const failsStep: StepRunner<FailsStep> = async ({ fails }, session, signal) =>
  'run' in fails ? runFailing(fails, session, signal) : objectFails(fails, session, signal);

async function objectFails(wanted: FailingObject, session: Session, signal: AbortSignal): Promise<void> {
  const journal = journalOf(session);
  const aim = aimAt(wanted.resource, wanted.selector);
  session.assertions +=
    1 + [wanted.exitCode, wanted.message, wanted.event].filter((value) => value !== undefined).length;
  const verdict = await journal.until(() => judge(wanted, session, aim), milliseconds(wanted.within), signal);
  if (verdict?.met === true) return;
  const because = verdict === undefined ? `showed no ${wanted.reason} within ${wanted.within}` : verdict.because;
  throw new StepFailure(`${aim.words} should fail with ${inWords(wanted)}, and ${because}\n${portrait(journal, aim)}`);
}

function judge(wanted: FailingObject, session: Session, aim: Aim): Verdict | undefined {
  const journal = journalOf(session);
  // The whole history counts: a back-off is visible for a fraction of a second.
  const said = journal
    .history(aim.kind)
    .filter((entry) => aim.chooses(entry.object))
    .map((entry) => entry.object);
  const reasons = said.flatMap((object) => reasonsOf(object).map((reason) => ({ object, reason })));
  const met = reasons.filter(
    ({ reason }) =>
      reason.reason === wanted.reason && (wanted.exitCode === undefined || exitCodes(said).has(wanted.exitCode)),
  );
  const message = wanted.message ?? '';
  const events = journal
    .history('event')
    .map((entry) => entry.object)
    .filter((event) => about(event, said));
  const explained =
    met.some(({ reason }) => reason.message.includes(message)) ||
    (met.length > 0 && events.some((event) => String(event['message']).includes(message)));
  const evented = wanted.event === undefined || events.some((event) => event['reason'] === wanted.event);
  if (explained && evented) return { met: true };
  const other = reasons.find(({ reason }) => contradicts(wanted.reason, reason.reason));
  if (other !== undefined && met.length === 0) return { met: false, because: `failed with ${describe(other.reason)}` };
  const last = said.at(-1);
  if (aim.kind === 'pod' && last?.status?.['phase'] === 'Succeeded') return { met: false, because: 'succeeded' };
  return undefined;
}

/** The exit codes that the containers of some snapshots ended with, now or last time. */
const exitCodes = (said: readonly KubernetesObject[]): Set<number> =>
  new Set(
    said.flatMap((object) =>
      reasonsOf(object).flatMap((reason) => (reason.exitCode === undefined ? [] : [reason.exitCode])),
    ),
  );

const about = (event: KubernetesObject, objects: readonly KubernetesObject[]): boolean => {
  const uid = (event['involvedObject'] as { uid?: string } | undefined)?.uid;
  return objects.some((object) => object.metadata.uid === uid);
};

const describe = (reason: Reason): string =>
  `${reason.reason}${reason.exitCode === undefined ? '' : ` (exit code ${reason.exitCode})`} of ${reason.of}${reason.message === '' ? '' : `: ${reason.message}`}`;

const inWords = (wanted: FailingObject): string =>
  [
    wanted.reason,
    wanted.exitCode === undefined ? undefined : `exit code ${wanted.exitCode}`,
    wanted.message === undefined ? undefined : `"${wanted.message}"`,
    wanted.event === undefined ? undefined : `an event ${wanted.event}`,
  ]
    .filter((part) => part !== undefined)
    .join(', ');
