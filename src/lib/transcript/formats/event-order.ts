// What happens to a container, in the order in which it happens the first time.
const course = [
  'WaitForFirstConsumer',
  'Provisioning',
  'ExternalProvisioning',
  'ProvisioningSucceeded',
  'FailedScheduling',
  'Scheduled',
  'SuccessfulAttachVolume',
  'FailedMount',
  'Pulling',
  'Pulled',
  'Created',
  'Started',
  'Unhealthy',
  'Failed',
  'BackOff',
  'Killing',
];
const pull =
  /^(?:spec\.\w+\{[^}]+\}: )?(?:Failed to pull|Error: ErrImagePull|Back-off pulling|Error: ImagePullBackOff)/u;
const pulls = ['Failed to pull', 'Error: ErrImagePull', 'Back-off pulling', 'Error: ImagePullBackOff'];
const kinds = [
  'deployment',
  'statefulset',
  'daemonset',
  'replicaset',
  'cronjob',
  'job',
  'persistentvolumeclaim',
  'pod',
];

/** What is known of an event apart from when it last came. */
export interface EventRow {
  readonly kind: string;
  readonly name: string;
  readonly reason: string;
  readonly message: string;
  /** Seconds on the session's clock. */
  readonly age?: number;
}

const containerOf = (message: string): string => /^spec\.(\w+\{[^}]+\})/u.exec(message)?.[1] ?? '';

function stepOf({ reason, message }: EventRow): number {
  if (!course.includes(reason)) return 0;
  if (pull.test(message))
    return course.indexOf('Pulling') + (1 + pulls.findIndex((text) => message.includes(text))) / 10;
  return course.indexOf(reason);
}

/**
 * Orders events. Kubernetes lists them by the second in which they came last, so that a second's boundary decides; here the
 * older come first, then what causes before what is caused, and a Pod's container by container as it lives.
 */
export function orderEvents<Row>(rows: readonly Row[], read: (row: Row) => EventRow): Row[] {
  const events = rows.map((row, index) => ({ row, index, event: read(row) }));
  const containers = [
    ...new Set(events.map(({ event }) => containerOf(event.message)).filter((container) => container !== '')),
  ];
  const kindOf = ({ kind }: EventRow) => (kinds.includes(kind) ? kinds.indexOf(kind) : -1);
  return events
    .sort(
      (a, b) =>
        (b.event.age ?? 0) - (a.event.age ?? 0) ||
        kindOf(a.event) - kindOf(b.event) ||
        (a.event.name < b.event.name ? -1 : a.event.name > b.event.name ? 1 : 0) ||
        containers.indexOf(containerOf(a.event.message)) - containers.indexOf(containerOf(b.event.message)) ||
        stepOf(a.event) - stepOf(b.event) ||
        a.index - b.index,
    )
    .map(({ row }) => row);
}
