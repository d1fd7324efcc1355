import { deriveHex, deriveNumber, deriveWord } from './derive.ts';

/** The letters and digits that Kubernetes makes random names of. */
export const kubernetesAlphabet = 'bcdfghjklmnpqrstvwxz2456789';

const adjectives = [
  'brave',
  'busy',
  'clever',
  'eager',
  'focused',
  'gifted',
  'happy',
  'jolly',
  'keen',
  'quirky',
  'serene',
  'upbeat',
];
const surnames = [
  'bohr',
  'curie',
  'darwin',
  'euler',
  'franklin',
  'hopper',
  'kepler',
  'lovelace',
  'noether',
  'ritchie',
  'turing',
  'wozniak',
];

/** One dictionary for a whole example: the same real value always gets the same stand-in, numbered in order of appearance. */
export interface StandIns {
  /** A container, network, volume or exec id of 64 digits, or the 12 that tables show. */
  id(real: string): string;
  /** A `sha256:` digest, or the 12 digits that tables show. */
  digest(real: string): string;
  uid(real: string): string;
  mac(real: string): string;
  podAddress(real: string): string;
  /** Gives a Pod's address another stand-in. */
  renamePodAddress(real: string, standIn: string): void;
  serviceAddress(real: string): string;
  /** A port that the kernel chose. */
  ephemeralPort(real: string): string;
  nodePort(real: string): string;
  processId(real: string): string;
  resourceVersion(real: string): string;
  /** A container's name where nobody gave one: `brave_hopper`. */
  dockerName(real: string): string;
  /** The hash of a Pod template in the names of a ReplicaSet and its Pods. */
  templateHash(owner: string, real: string): string;
  /** The last part of a Pod's or an EndpointSlice's name. */
  suffix(owner: string, real: string): string;
  /** A lower-case word with digits, such as a build's reference. */
  word(kind: string, real: string): string;
  hex(kind: string, real: string): string;
  /** Ten digits. */
  digits(kind: string, real: string): string;
  /** The place of a real value among those of its kind, from 1, in order of appearance. */
  ordinal(kind: string, real: string): number;
  /** The stand-in of a real text that was met before, whatever it is; undefined for anything new. */
  known(real: string): string | undefined;
  /** Remembers a composed value, so that it is recognised wherever it comes again. */
  learn(real: string, standIn: string): string;
}

/** Opens the dictionary of an example. */
export function createStandIns(example: string): StandIns {
  const byKind = new Map<string, Map<string, string>>();
  const all = new Map<string, string>();
  const get = (kind: string, real: string, make: (count: number, seed: string) => string): string => {
    let values = byKind.get(kind);
    if (!values) byKind.set(kind, (values = new Map()));
    let standIn = values.get(real);
    if (standIn === undefined) {
      const count = values.size + 1;
      values.set(real, (standIn = make(count, `${example}/${kind}/${count}`)));
    }
    return standIn;
  };
  const learn = (real: string, standIn: string): string => {
    all.set(real, standIn);
    return standIn;
  };
  // Ids and digests come whole or as their first twelve digits; either way round, the two must stay one.
  const shortened = (kind: string, real: string): string => {
    const key = real.slice(0, 12);
    return get(kind, key, (_, seed) => deriveHex(seed, 64)).slice(0, real.length);
  };
  return {
    id: (real) => learn(real, shortened('container-id', real)),
    digest: (real) =>
      real.startsWith('sha256:')
        ? `sha256:${learn(real.slice(7), shortened('digest', real.slice(7)))}`
        : learn(real, shortened('digest', real)),
    uid: (real) =>
      learn(
        real,
        get('uid', real, (_, seed) => {
          const hex = deriveHex(seed, 32);
          return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${'89ab'[deriveNumber(seed, 0, 3)]!}${hex.slice(17, 20)}-${hex.slice(20)}`;
        }),
      ),
    mac: (real) =>
      get(
        'mac',
        real,
        (_, seed) =>
          `${['02', '6e', 'a2', 'd6'][deriveNumber(seed, 0, 3)]!}${deriveHex(seed, 10).replace(/../gu, ':$&')}`,
      ),
    podAddress: (real) => {
      const [, , node = '0'] = real.split('.');
      const subnet = get('pod-subnet', node, (count) => String(count - 1));
      return get('pod-address', real, (count) => `10.244.${subnet}.${4 + count}`);
    },
    renamePodAddress: (real, standIn) => void byKind.get('pod-address')?.set(real, standIn),
    serviceAddress: (real) =>
      get(
        'service-address',
        real,
        (_, seed) => `10.96.${deriveNumber(seed, 20, 240)}.${deriveNumber(`${seed}/host`, 2, 250)}`,
      ),
    ephemeralPort: (real) => get('port', real, (count) => String(32_767 + count)),
    nodePort: (real) => get('node-port', real, (_, seed) => String(deriveNumber(seed, 30_100, 32_700))),
    processId: (real) => get('process', real, (count) => String(2114 + count * 23)),
    resourceVersion: (real) => get('resource-version', real, (count) => String(1487 + count * 16)),
    dockerName: (real) =>
      learn(
        real,
        get('docker-name', real, (count, seed) => {
          const start = deriveNumber(`${example}/names`, 0, 143);
          const place = (start + count * 31) % 144;
          return `${adjectives[place % 12]!}_${surnames[Math.floor(place / 12)]!}${count > 144 ? deriveNumber(seed, 0, 9) : ''}`;
        }),
      ),
    templateHash: (owner, real) =>
      learn(
        real,
        get('template-hash', `${owner}-${real}`, (_, seed) => deriveWord(seed, 10, kubernetesAlphabet)),
      ),
    suffix: (owner, real) => get('suffix', `${owner}-${real}`, (_, seed) => deriveWord(seed, 5, kubernetesAlphabet)),
    word: (kind, real) => get(kind, real, (_, seed) => deriveWord(seed, real.length)),
    digits: (kind, real) => get(kind, real, (_, seed) => String(deriveNumber(seed, 1_000_000_000, 4_294_967_295))),
    hex: (kind, real) => get(kind, real, (_, seed) => deriveHex(seed, real.length)),
    ordinal: (kind, real) => Number(get(kind, real, String)),
    known(real) {
      const standIn = all.get(real);
      if (standIn !== undefined || !/^(?:[0-9a-f]{12}|[0-9a-f]{64})$/u.test(real)) return standIn;
      const key = real.slice(0, 12);
      return (byKind.get('container-id')?.get(key) ?? byKind.get('digest')?.get(key))?.slice(0, real.length);
    },
    learn,
  };
}
