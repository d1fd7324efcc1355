import type { Clock } from './clock.ts';

/** How old things are on the session's clock: never what the machine said, always what the commands make likely. */
export interface Ages {
  /** Notes that the present command makes the thing (`deployment/web`), or starts it anew. */
  born(key: string): void;
  /** Notes that all things of such keys are gone: what comes by their names afterwards is new. */
  forget(keys: RegExp): void;
  /** Notes that the present command changes something in this world, which is when what is new afterwards came to be. */
  changed(world: 'docker' | 'cluster'): void;
  /** The thing's age in seconds; what was never met came with the last change, unless a birth is given. */
  of(key: string, world: 'docker' | 'cluster', birth?: number): number;
  /** When the thing came to be, if that is known. */
  birth(key: string): number | undefined;
  /** Notes that the thing is at least so many seconds old: it was restarted too often to be younger. */
  atLeast(key: string, seconds: number): void;
  /** Whether an earlier command already showed one of these; notes that the present one does. */
  metBefore(key: string): boolean;
}

/** What was there before the session began is a little older than it. */
export const before = -47 * 60 - 12;

// What nobody saw being made, the example made shortly before.
const unseen = -5;

/** Opens the record of a session. */
export function createAges(clock: Clock): Ages {
  const births = new Map<string, number>();
  const met = new Map<string, number>();
  const changes = { docker: unseen, cluster: unseen };
  return {
    born: (key) => void births.set(key, clock.typedAt),
    forget(keys) {
      for (const key of births.keys()) if (keys.test(key)) births.delete(key);
    },
    changed: (world) => void (changes[world] = clock.typedAt),
    birth: (key) => births.get(key),
    atLeast: (key, seconds) => void births.set(key, Math.min(births.get(key) ?? Infinity, clock.now - seconds)),
    metBefore(key) {
      const first = met.get(key) ?? clock.typedAt;
      met.set(key, first);
      return first < clock.typedAt;
    },
    of(key, world, birth) {
      let since = births.get(key);
      if (since === undefined) births.set(key, (since = birth ?? changes[world]));
      return Math.max(0, clock.now - since);
    },
  };
}
