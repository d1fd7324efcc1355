import type { Journal } from '../journal/journal.ts';
import { allKinds } from './kinds.ts';

/** What every namespace has by itself. */
const given = new Set(['configmap/kube-root-ca.crt', 'serviceaccount/default']);

/** Lists the objects of the namespace that nobody has deleted and that belong to no other object: `deployment/web`. */
export const objectsLeft = (journal: Journal): string[] =>
  allKinds
    .filter((kind) => kind !== 'event' && kind !== 'endpointslice')
    .flatMap((kind) =>
      journal
        .objects(kind)
        .filter((object) => (object.metadata.ownerReferences ?? []).length === 0)
        .map((object) => `${kind}/${object.metadata.name}`),
    )
    .filter((name) => !given.has(name));
