import { stemmer as greekStem } from '@orama/stemmers/greek';
import { stemmer as russianStem } from '@orama/stemmers/russian';
import type { Locale } from '../locale/locales.ts';
import { czechStems } from './czech-stem.ts';
import { normalForm } from './normal-form.ts';

/** The languages whose words the search engine does not bring together well enough by itself. */
export type GroupedLocale = Exclude<Locale, 'en'>;

const keys: Readonly<Record<GroupedLocale, (word: string) => readonly string[]>> = {
  cs: czechStems,
  // Snowball leaves the ι of -ία and -ιο to some forms and not to others.
  el: (word) => [greekStem(normalForm(word)).replace(/(?<=.{3})ι$/, '')],
  ru: (word) => [withoutFleetingVowel(russianStem(word.replaceAll('ё', 'е')))],
};

/** The last syllable’s vowel comes and goes: образец, образца; ссылка, ссылок. */
const withoutFleetingVowel = (stem: string): string =>
  stem.length > 3 ? stem.replace(/(?<=[^аеиоуыэюя])[ео](?=[кцнлрв]$)/, '') : stem;

/** Brings together the words that are forms of one, each in its normal form; groups and words in alphabetical order. */
export function groupWords(words: Iterable<string>, locale: GroupedLocale): string[][] {
  const leaderOf = new Map<string, string>();
  const lead = (key: string): string => {
    const above = leaderOf.get(key);
    return above === undefined || above === key ? key : lead(above);
  };
  const members = new Map<string, string>();
  for (const word of words) {
    const lower = word.toLowerCase().normalize('NFC');
    const [first = lower, ...others] = keys[locale](lower);
    for (const other of others) leaderOf.set(lead(other), lead(first));
    members.set(normalForm(word), first);
  }
  const groups = new Map<string, string[]>();
  for (const [word, key] of [...members].toSorted()) groups.set(lead(key), [...(groups.get(lead(key)) ?? []), word]);
  return [...groups.values()];
}

/** Writes groups one a line, as `kontejner,,u,y,ech`: what their words begin with, then how they end. */
export function writeGroups(groups: readonly (readonly string[])[]): string {
  return groups
    .map((words) => {
      const start = sharedStart(words);
      return [start, ...words.map((word) => word.slice(start.length))].join(',');
    })
    .join('\n');
}

/** A single word gives up its last letter, so that its other forms can be told to belong to it. */
function sharedStart(words: readonly string[]): string {
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (words.length === 1) return first.length > 4 ? first.slice(0, -1) : first;
  let length = 0;
  while (length < first.length && first[length] === last[length]) length += 1;
  return first.slice(0, length);
}
