import { normalForm } from './normal-form.ts';

/** The words of the site, brought together by `writeGroups`. */
export interface WordGroups {
  /** Every word with all the words of its group. */
  readonly forms: ReadonlyMap<string, readonly string[]>;
  /** What the words of a group begin with, longest first, with the group. */
  readonly starts: readonly (readonly [string, readonly string[]])[];
  /** All the ways in which words end. */
  readonly endings: ReadonlySet<string>;
}

/** Reads what `writeGroups` wrote. */
export function readGroups(text: string): WordGroups {
  const forms = new Map<string, readonly string[]>();
  const starts: [string, readonly string[]][] = [];
  const endings = new Set<string>();
  for (const line of text.split('\n').filter((content) => content !== '')) {
    const [start = '', ...ends] = line.split(',');
    const words = ends.map((end) => start + end);
    for (const word of words) forms.set(word, words);
    for (const end of ends) endings.add(end);
    if (start.length >= 4) starts.push([start, words]);
  }
  return { forms, starts: starts.toSorted(([a], [b]) => b.length - a.length), endings };
}

const atMost = 24;

/**
 * Turns what a reader typed into the searches that find its other forms too, itself first. A word that the site does not
 * use in this form is taken for another form of the one that it begins like and that it could be: asked for itself, the
 * engine would shorten it until something matches.
 */
export function expandQuery(query: string, { forms, starts, endings }: WordGroups): string[] {
  const words = query.trim().split(/\s+/);
  const alternatives = words.map((word) => {
    const normal = normalForm(word);
    const group = forms.get(normal);
    if (group !== undefined) return [word, ...shortest(group.filter((form) => form !== normal))];
    const guess = starts.find(([start]) => normal.startsWith(start) && endings.has(normal.slice(start.length)))?.[1];
    return guess === undefined ? [word] : shortest(guess);
  });
  let queries = [''];
  for (const options of alternatives) {
    const room = Math.max(1, Math.floor(atMost / queries.length));
    queries = queries.flatMap((start) => options.slice(0, room).map((option) => `${start} ${option}`.trim()));
  }
  return queries;
}

/** The engine finds what begins with a word anyway: a form that begins like a shorter one adds nothing. */
const shortest = (group: readonly string[]): string[] =>
  group.filter((word) => !group.some((other) => other !== word && word.startsWith(other)));
