import type { Context } from './context.ts';
import { kindNamed } from './kinds.ts';
import { plain, settled } from './marks.ts';
import { readGeneratedName, type GeneratedName, type NamePlace } from './workloads.ts';

const places: Record<string, NamePlace> = {
  pod: 'pod',
  replicaset: 'replicaset',
  endpointslice: 'endpointslice',
  job: 'job',
};
const word = /[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?/gu;

/** A cell such as `pod/web-77784bbf7d-2s4xp`, taken apart. */
export interface ObjectName {
  /** `pod/`, or nothing. */
  readonly prefix: string;
  readonly name: string;
  /** Undefined where the author gave the whole name. */
  readonly generated: GeneratedName | undefined;
}

/** Splits `pod/web` into its prefix and its name. */
export function bareName(cell: string): { prefix: string; name: string } {
  const slash = cell.lastIndexOf('/');
  return { prefix: cell.slice(0, slash + 1), name: cell.slice(slash + 1) };
}

/** Takes the name of an object of a kind apart. */
export function readName(cell: string, kind: string, context: Context): ObjectName {
  const { prefix, name } = bareName(cell);
  const made = context.authored(name) ? undefined : readGeneratedName(name, places[kind] ?? 'other', context.standIns);
  return { prefix, name, generated: made };
}

/** Shows the name of an object of a kind. */
export function writeName(cell: string, kind: string, context: Context): string {
  const { prefix, generated } = readName(cell, kind, context);
  return generated ? prefix + settled(generated.standIn()) : cell;
}

/** `kind/name` of what an event is about, as it is shown. */
export function shownObject(object: string, context: Context): string {
  const kind = kindNamed(object) ?? 'other';
  return `${kind}/${bareName(plain(writeName(object, kind, context))).name}`;
}

/** The completed names of a text, in order. */
export const namesIn = (text: string, context: Context): (GeneratedName & { readonly name: string })[] =>
  (text.match(word) ?? []).flatMap((name) => {
    const { generated } = readName(name, 'other', context);
    return generated ? [{ name, ...generated }] : [];
  });

/** A text with the names that Kubernetes completed masked, or as they are shown where they are known. */
export const maskNames = (text: string, context: Context): string =>
  text.replace(
    word,
    (name) => context.standIns.known(name) ?? readName(name, 'other', context).generated?.mask ?? name,
  );
