/** What all Kubernetes objects have that a journal needs. */
export interface KubernetesObject {
  readonly kind?: string;
  readonly metadata: {
    readonly name: string;
    readonly uid: string;
    readonly resourceVersion: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly deletionTimestamp?: string;
    readonly creationTimestamp?: string;
    readonly ownerReferences?: readonly { readonly kind: string; readonly name: string; readonly uid: string }[];
  };
  readonly spec?: Record<string, unknown>;
  readonly status?: Record<string, unknown>;
  readonly [field: string]: unknown;
}

export interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason?: string;
  readonly message?: string;
}

/** The conditions of an object’s status. */
export const conditionsOf = (object: KubernetesObject): readonly Condition[] =>
  (object.status?.['conditions'] as Condition[] | undefined) ?? [];

/** Tells whether labels fulfil a selector such as `app=web,tier!=db`. */
export function selects(selector: string, labels: Readonly<Record<string, string>> = {}): boolean {
  return selector.split(',').every((term) => {
    const unequal = /^([^!=]+)!=(.*)$/.exec(term);
    if (unequal) return labels[unequal[1] ?? ''] !== unequal[2];
    const equal = /^([^=]+)==?(.*)$/.exec(term);
    return equal ? labels[equal[1] ?? ''] === equal[2] : Object.hasOwn(labels, term);
  });
}

/**
 * Says where an object lacks what a part of its YAML demands; undefined where it has all of it.
 * A mapping must hold the wanted keys; a list must have an item for each wanted one, in any place.
 */
export function lacks(actual: unknown, wanted: unknown, path = ''): string | undefined {
  if (Array.isArray(wanted)) {
    if (!Array.isArray(actual)) return `${path || 'it'} is no list`;
    const missing = wanted.findIndex((item) => !actual.some((candidate) => lacks(candidate, item) === undefined));
    return missing === -1
      ? undefined
      : `${path} has no item like ${JSON.stringify(wanted[missing])}: ${JSON.stringify(actual).slice(0, 300)}`;
  }
  if (typeof wanted === 'object' && wanted !== null) {
    for (const [key, value] of Object.entries(wanted)) {
      const problem = lacks(
        (actual as Record<string, unknown> | undefined | null)?.[key],
        value,
        path === '' ? key : `${path}.${key}`,
      );
      if (problem !== undefined) return problem;
    }
    return undefined;
  }
  return actual === wanted ? undefined : `${path} is ${JSON.stringify(actual)}, not ${JSON.stringify(wanted)}`;
}
