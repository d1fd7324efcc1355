// The ways in which kubectl and its users call the kinds whose names or ages need care.
const kinds: Record<string, string> = {
  po: 'pod',
  pods: 'pod',
  rs: 'replicaset',
  replicasets: 'replicaset',
  deploy: 'deployment',
  deployments: 'deployment',
  svc: 'service',
  services: 'service',
  endpointslices: 'endpointslice',
  jobs: 'job',
  cj: 'cronjob',
  cronjobs: 'cronjob',
  no: 'node',
  nodes: 'node',
};

/** The kind that a word such as `deploy`, `Pod/web` or `deployment.apps` names. */
export const kindNamed = (word: string): string | undefined => {
  const name = /^[a-z]+/u.exec(word.toLowerCase())?.[0];
  return name === undefined ? undefined : (kinds[name] ?? name);
};

// Columns that only the tables of one kind have.
const columns: readonly (readonly [string, string])[] = [
  ['RESTARTS', 'pod'],
  ['UP-TO-DATE', 'deployment'],
  ['DESIRED', 'replicaset'],
  ['CLUSTER-IP', 'service'],
  ['ADDRESSTYPE', 'endpointslice'],
  ['COMPLETIONS', 'job'],
  ['ROLES', 'node'],
];

/** The kind of thing that a row is about: from `pod/web`, or from the columns that only this kind has. */
export function kindOfRow(get: (column: string) => string | undefined): string {
  const named = get('NAME') ?? get('OBJECT') ?? '';
  if (named.includes('/')) return kindNamed(named) ?? 'other';
  return columns.find(([column]) => get(column) !== undefined)?.[1] ?? 'other';
}
