import { conditionsOf, type KubernetesObject } from '../cluster/object.ts';

/** A reason that an object gives for not being as it should. */
export interface Reason {
  readonly reason: string;
  readonly exitCode?: number;
  readonly message: string;
  /** The container, or the condition, that says so. */
  readonly of: string;
}

interface ContainerState {
  readonly waiting?: { readonly reason?: string; readonly message?: string };
  readonly terminated?: { readonly reason?: string; readonly exitCode: number; readonly message?: string };
}

interface ContainerStatus {
  readonly name: string;
  readonly restartCount: number;
  readonly state?: ContainerState;
  readonly lastState?: ContainerState;
}

/** Collects the reasons in an object’s status: of its containers, now and last time, and of its conditions. */
export function reasonsOf(object: KubernetesObject): Reason[] {
  const statuses = ['initContainerStatuses', 'containerStatuses', 'ephemeralContainerStatuses'].flatMap(
    (list) => (object.status?.[list] as ContainerStatus[] | undefined) ?? [],
  );
  const ofContainers = statuses.flatMap(({ name, state, lastState }) =>
    [state, lastState].flatMap((one): Reason[] => {
      if (one?.waiting?.reason !== undefined)
        return [{ reason: one.waiting.reason, message: one.waiting.message ?? '', of: name }];
      if (one?.terminated?.reason !== undefined)
        return [
          {
            reason: one.terminated.reason,
            exitCode: one.terminated.exitCode,
            message: one.terminated.message ?? '',
            of: name,
          },
        ];
      return [];
    }),
  );
  const ofConditions = conditionsOf(object)
    .filter(
      (condition) =>
        condition.reason !== undefined &&
        (condition.status === 'False' || condition.type === 'Failed' || condition.type === 'ReplicaFailure'),
    )
    .map((condition): Reason => ({
      reason: condition.reason ?? '',
      message: condition.message ?? '',
      of: condition.type,
    }));
  return [...ofContainers, ...ofConditions];
}

/** Reasons that belong together: one of another family means that the object failed for something else. */
const families = {
  image: ['ErrImagePull', 'ImagePullBackOff', 'InvalidImageName', 'ErrImageNeverPull', 'ImageInspectError'],
  configuration: ['CreateContainerConfigError', 'CreateContainerError'],
  start: ['StartError', 'ContainerCannotRun', 'RunContainerError'],
  memory: ['OOMKilled'],
  end: ['Error', 'Completed'],
  scheduling: ['Unschedulable'],
} as const;

/** Ends of these families come with any family of a container’s end: a back-off follows each. */
const companions: Record<string, readonly string[]> = {
  CrashLoopBackOff: ['end', 'memory', 'start'],
  OOMKilled: ['memory'],
};

const familyOf = (reason: string): string | undefined =>
  Object.entries(families).find(([, reasons]) => (reasons as readonly string[]).includes(reason))?.[0];

/** Tells whether a reason shows that an object failed for something else than the one that is expected. */
export function contradicts(expected: string, seen: string): boolean {
  const family = familyOf(seen);
  if (family === undefined || seen === expected) return false;
  const allowed = companions[expected] ?? [familyOf(expected)].filter((name) => name !== undefined);
  return allowed.length > 0 && !allowed.includes(family);
}

/** Reasons after which waiting for health is idle, and how often each must be said before it is believed. */
const ends: Record<string, number> = {
  ErrImagePull: 2,
  ImagePullBackOff: 1,
  InvalidImageName: 1,
  ErrImageNeverPull: 1,
  CreateContainerConfigError: 3,
  CrashLoopBackOff: 2,
  BackoffLimitExceeded: 1,
  DeadlineExceeded: 1,
  ProgressDeadlineExceeded: 1,
};

/** Finds, among what Pods have said since a wait began, an end that no waiting mends. */
export function knownEnd(said: readonly KubernetesObject[]): Reason | undefined {
  const counts = new Map<string, number>();
  for (const object of said)
    for (const reason of reasonsOf(object)) {
      const count = (counts.get(reason.reason) ?? 0) + 1;
      counts.set(reason.reason, count);
      if (count >= (ends[reason.reason] ?? Number.POSITIVE_INFINITY)) return reason;
    }
  return undefined;
}
