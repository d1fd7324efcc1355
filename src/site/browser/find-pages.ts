import { expandQuery, readGroups, type WordGroups } from '../../lib/search/expand.ts';

/** What Pagefind finds, as far as this site uses it. */
export interface FoundPage {
  readonly url: string;
  readonly meta: { readonly title?: string };
  readonly excerpt: string;
  readonly sub_results: readonly { readonly title: string; readonly url: string; readonly excerpt: string }[];
}
interface Match {
  readonly id: string;
  readonly score: number;
  data(): Promise<FoundPage>;
}
interface Pagefind {
  options(options: object): Promise<void>;
  search(query: string): Promise<{ readonly results: readonly Match[] }>;
}

let engine: Promise<Pagefind> | undefined;
const groups = new Map<string, Promise<WordGroups>>();

async function startEngine(): Promise<Pagefind> {
  const address = '/pagefind/pagefind.js';
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  await pagefind.options({ excerptLength: 24 });
  return pagefind;
}

async function loadGroups(address: string): Promise<WordGroups> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return readGroups(await answer.text());
}

/** Loads the engine and the forms of the language's words, once. */
export async function prepareSearch(forms: string | undefined): Promise<void> {
  engine ??= startEngine();
  if (forms !== undefined && !groups.has(forms)) groups.set(forms, loadGroups(forms));
  await Promise.all([engine, forms === undefined ? undefined : groups.get(forms)]);
}

/** Finds the pages that hold the words in any of their forms, the best first. */
export async function findPages(query: string, forms: string | undefined): Promise<readonly Match[]> {
  await prepareSearch(forms);
  const words = forms === undefined ? undefined : await groups.get(forms);
  const queries = words === undefined ? [query] : expandQuery(query, words);
  const pagefind = (await engine) as Pagefind;
  const answers = await Promise.all(queries.map((one) => pagefind.search(one)));
  const best = new Map<string, Match>();
  for (const { results } of answers)
    for (const match of results) if (match.score > (best.get(match.id)?.score ?? -1)) best.set(match.id, match);
  return [...best.values()].sort((a, b) => b.score - a.score);
}
