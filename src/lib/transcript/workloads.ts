import { dawn } from './clock.ts';
import type { StandIns } from './stand-ins.ts';

/**
 * Gives names that came in alphabetical order stand-ins in alphabetical order, so that the first of a list stays the first where
 * a command asks for it.
 */
export function settleNames(names: readonly (GeneratedName & { readonly name: string })[], standIns: StandIns): void {
  const fresh = Map.groupBy(
    names.filter(({ name }) => standIns.known(name) === undefined),
    ({ mask }) => mask,
  );
  for (const group of fresh.values()) {
    const made = group.map((name) => name.standIn());
    const sorted = [...made].sort();
    // A group of one mask may hold Pods of several templates: each keeps to its own.
    const template = (standIn: string) => standIn.slice(0, standIn.lastIndexOf('-'));
    if (new Set(made.map(template)).size > 1) continue;
    for (const [index, { name }] of group.entries()) standIns.learn(name, sorted[index]!);
  }
}

const part = '[bcdfghjklmnpqrstvwxz2456789]';
const deploymentPod = new RegExp(`^(.+)-(${part}{6,10})-(${part}{5})$`, 'u');
const replicaSet = new RegExp(`^(.+)-(${part}{6,10})$`, 'u');
const oneSuffix = new RegExp(`^(.+)-(${part}{5})$`, 'u');
const cronJob = /^(.+)-(\d{8})$/u;

/** What a name is the name of: it says which parts of it Kubernetes may have made up. */
export type NamePlace = 'pod' | 'replicaset' | 'endpointslice' | 'job' | 'other';

/** A name that Kubernetes completed with something random, taken apart. */
export interface GeneratedName {
  /** What the author wrote: `web` of `web-77784bbf7d-2s4xp`. */
  readonly owner: string;
  /** The name with its random parts masked, for sorting. */
  readonly mask: string;
  /** The shown name; asking for it takes stand-ins in order. */
  readonly standIn: () => string;
}

/** Takes a generated name apart; undefined when, in this place, it is nothing that Kubernetes could have made. */
export function readGeneratedName(name: string, place: NamePlace, standIns: StandIns): GeneratedName | undefined {
  const generated = (owner: string, mask: string, make: () => string): GeneratedName => ({
    owner,
    mask: standIns.known(name) ?? mask,
    standIn: () => standIns.known(name) ?? standIns.learn(name, make()),
  });
  let match = place === 'pod' || place === 'other' ? deploymentPod.exec(name) : null;
  if (match) {
    const [, owner = '', hash = '', suffix = ''] = match;
    return generated(
      owner,
      `${owner}-*-*`,
      () => `${owner}-${standIns.templateHash(owner, hash)}-${standIns.suffix(`${owner}-${hash}`, suffix)}`,
    );
  }
  match = place === 'replicaset' ? replicaSet.exec(name) : null;
  if (match) {
    const [, owner = '', hash = ''] = match;
    return generated(owner, `${owner}-*`, () => `${owner}-${standIns.templateHash(owner, hash)}`);
  }
  match = place === 'pod' || place === 'endpointslice' ? oneSuffix.exec(name) : null;
  if (match) {
    const [, owner = '', suffix = ''] = match;
    const shownOwner = standIns.known(owner) ?? owner;
    return generated(owner, `${owner}-*`, () => `${shownOwner}-${standIns.suffix(owner, suffix)}`);
  }
  match = place === 'job' ? cronJob.exec(name) : null;
  if (match) {
    const [, owner = '', minutes = ''] = match;
    return generated(owner, `${owner}-*`, () => `${owner}-${cronMinutes(standIns, minutes)}`);
  }
  return undefined;
}

// A CronJob names its Jobs by the minute since 1970; the stand-ins are minutes of the recorded day.
const cronMinutes = (standIns: StandIns, real: string): string =>
  standIns.known(real) ??
  standIns.learn(real, String(dawn / 60_000 + standIns.ordinal('cron-minute', real)).slice(0, 8));
