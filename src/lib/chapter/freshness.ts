import { sectionDigests } from './digest.ts';
import type { Outline } from './outline.ts';
import type { FrontMatter } from './schema.ts';

/** How a translation stands to its English page. */
export interface Freshness {
  /** No section is stamped: nobody has said which English text this translates. */
  readonly unstamped: boolean;
  /** English sections that have changed since they were translated. */
  readonly changed: readonly string[];
  /** English sections that the translation does not know. */
  readonly added: readonly string[];
  /** Sections that the English page no longer has. */
  readonly removed: readonly string[];
  /** The same sections, in another order. */
  readonly reordered: boolean;
}

/** Compares what a translation says that it translates with the English page as it is now. */
export function freshnessOf(
  stamped: FrontMatter['sections'],
  source: Outline,
  sourceFrontMatter: FrontMatter,
): Freshness {
  const now = sectionDigests(source, sourceFrontMatter);
  const then = new Map(Object.entries(stamped ?? {}));
  const common = [...now.keys()].filter((id) => then.has(id));
  return {
    unstamped: then.size === 0,
    changed: common.filter((id) => now.get(id) !== then.get(id)),
    added: [...now.keys()].filter((id) => !then.has(id)),
    removed: [...then.keys()].filter((id) => !now.has(id)),
    reordered: [...then.keys()].filter((id) => now.has(id)).join() !== common.join(),
  };
}

/** Tells whether a translation says what the English page says now. */
export const isFresh = (freshness: Freshness): boolean =>
  !freshness.unstamped &&
  !freshness.reordered &&
  [freshness.changed, freshness.added, freshness.removed].every((ids) => ids.length === 0);
