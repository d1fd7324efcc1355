/** Where the API server keeps the kinds that examples speak of, and the names that kubectl takes for them. */
const kinds = {
  pod: { path: 'api/v1', plural: 'pods', short: ['po'] },
  service: { path: 'api/v1', plural: 'services', short: ['svc'] },
  configmap: { path: 'api/v1', plural: 'configmaps', short: ['cm'] },
  secret: { path: 'api/v1', plural: 'secrets', short: [] },
  persistentvolumeclaim: { path: 'api/v1', plural: 'persistentvolumeclaims', short: ['pvc'] },
  serviceaccount: { path: 'api/v1', plural: 'serviceaccounts', short: ['sa'] },
  event: { path: 'api/v1', plural: 'events', short: ['ev'] },
  deployment: { path: 'apis/apps/v1', plural: 'deployments', short: ['deploy'] },
  replicaset: { path: 'apis/apps/v1', plural: 'replicasets', short: ['rs'] },
  statefulset: { path: 'apis/apps/v1', plural: 'statefulsets', short: ['sts'] },
  daemonset: { path: 'apis/apps/v1', plural: 'daemonsets', short: ['ds'] },
  job: { path: 'apis/batch/v1', plural: 'jobs', short: [] },
  cronjob: { path: 'apis/batch/v1', plural: 'cronjobs', short: ['cj'] },
  endpointslice: { path: 'apis/discovery.k8s.io/v1', plural: 'endpointslices', short: [] },
  ingress: { path: 'apis/networking.k8s.io/v1', plural: 'ingresses', short: ['ing'] },
} as const;

export type Kind = keyof typeof kinds;

/** Every kind that the journal keeps. */
export const allKinds = Object.keys(kinds) as Kind[];

/** The address of a kind’s objects in a namespace. */
export const collectionPath = (kind: Kind, namespace: string): string =>
  `/${kinds[kind].path}/namespaces/${namespace}/${kinds[kind].plural}`;

/** What kubectl and the kubelet say of an object: `pod/web`, `deployments web`, `po` with a selector. Undefined for a kind that is not known. */
export function parseResource(resource: string): { kind: Kind; name: string | undefined } | undefined {
  const [word = '', name] = resource.split('/');
  const kind = allKinds.find(
    (candidate) =>
      candidate === word.toLowerCase() ||
      kinds[candidate].plural === word.toLowerCase() ||
      (kinds[candidate].short as readonly string[]).includes(word.toLowerCase()),
  );
  return kind === undefined ? undefined : { kind, name };
}
