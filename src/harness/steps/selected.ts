import { StepFailure } from '../blocked.ts';
import { parseResource, type Kind } from '../cluster/kinds.ts';
import { selects, type KubernetesObject } from '../cluster/object.ts';
import type { Journal } from '../journal/journal.ts';
import type { Session } from '../session.ts';

/** What a step speaks of: one object by name, or those of a kind that a selector chooses. */
export interface Aim {
  readonly kind: Kind;
  readonly words: string;
  readonly chooses: (object: KubernetesObject) => boolean;
}

/** Reads `deployment/web`, or `pod` with a selector. */
export function aimAt(resource: string, selector: string | undefined): Aim {
  const parsed = parseResource(resource);
  if (parsed === undefined) throw new StepFailure(`"${resource}" names no kind that examples know`);
  return {
    kind: parsed.kind,
    words: selector === undefined ? resource : `${resource} (${selector})`,
    chooses: ({ metadata }) =>
      (parsed.name === undefined || metadata.name === parsed.name) &&
      (selector === undefined || selects(selector, metadata.labels)),
  };
}

/** The journal of a session that has a cluster. */
export function journalOf(session: Session): Journal {
  if (session.cluster === undefined)
    throw new StepFailure('only examples of the tiers cluster and helm have a cluster');
  return session.cluster.journal;
}

/** Tells in a few lines what is known of some objects: the end of a failure’s message. */
export function portrait(journal: Journal, aim: Aim): string {
  const objects = journal.objects(aim.kind).filter(aim.chooses);
  const pods = journal
    .objects('pod')
    .map(
      (pod) =>
        `pod ${pod.metadata.name}: ${JSON.stringify(pod.status?.['containerStatuses'] ?? pod.status).slice(0, 600)}`,
    );
  const events = journal
    .objects('event')
    .slice(-8)
    .map((event) => `event ${String(event['reason'])}: ${String(event['message']).slice(0, 240)}`);
  const own =
    objects.length === 0
      ? [`there is no ${aim.words}`]
      : objects.map(
          (object) => `${aim.kind} ${object.metadata.name}: ${JSON.stringify(object.status ?? {}).slice(0, 600)}`,
        );
  return [...(aim.kind === 'pod' && objects.length > 0 ? [] : own), ...pods, ...events]
    .map((line) => `    ${line}`)
    .join('\n');
}
