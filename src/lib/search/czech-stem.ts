const nounEndings = [
  'atech',
  'atům',
  'ových',
  'ovými',
  'ového',
  'ovému',
  'ovém',
  'ovým',
  'ovou',
  'ový',
  'ová',
  'ové',
  'ovi',
  'ními',
  'ního',
  'nímu',
  'ních',
  'ným',
  'ném',
  'nou',
  'nými',
  'ných',
  'ného',
  'nému',
  'ním',
  'ní',
  'ný',
  'ná',
  'né',
  'ách',
  'ích',
  'ech',
  'ých',
  'ého',
  'ěmi',
  'emi',
  'ému',
  'ete',
  'ího',
  'ími',
  'ímu',
  'ami',
  'ými',
  'em',
  'ém',
  'ím',
  'ům',
  'ám',
  'ým',
  'ou',
  'mi',
  'e',
  'i',
  'í',
  'ě',
  'u',
  'y',
  'ů',
  'a',
  'o',
  'á',
  'é',
  'ý',
].toSorted((a, b) => b.length - a.length);

const adjective = ['ý', 'á', 'é', 'ou', 'ého', 'ému', 'ém', 'ým', 'ých', 'ými', 'í'];
const participle = (vowel: string): string[] => [
  ...['', 'a', 'o', 'y', 'i'].map((end) => `${vowel}n${end}`),
  ...adjective.map((end) => `${vowel}n${end}`),
  `${vowel}ním`,
  `${vowel}ních`,
  `${vowel}ními`,
];
const past = (vowel: string): string[] => ['', 'a', 'o', 'y', 'i'].map((end) => `${vowel}l${end}`);

const verbEndings = [
  ...['ovat', 'uje', 'uji', 'ují', 'ujeme', 'ujete', 'ujte', 'ujme', 'uj'],
  ...past('ova'),
  ...participle('ová'),
  ...participle('ova'),
  ...['it', 'í', 'íš', 'íme', 'íte', 'te', 'ěte'],
  ...past('i'),
  ...participle('e'),
  ...participle('ě'),
  ...['at', 'á', 'áš', 'áme', 'áte', 'ají', 'ej', 'ejte'],
  ...past('a'),
  ...participle('á'),
  ...participle('a'),
  ...['et', 'ět', 'ejí', 'ějí'],
  ...past('e'),
  ...past('ě'),
  ...['nout', 'ne', 'nou', 'neme', 'nete', 'něte'],
  ...past('nu'),
  ...participle('nu'),
].toSorted((a, b) => b.length - a.length);

/** Consonants that Czech changes before some endings, with the one they came from. */
const nounSoftened = [
  ['čt', 'ck'],
  ['št', 'sk'],
  ['c', 'k'],
  ['č', 'k'],
  ['z', 'h'],
  ['ž', 'h'],
  ['ř', 'r'],
  ['š', 's'],
  ['ť', 't'],
  ['ď', 'd'],
  ['ň', 'n'],
] as const;
const verbSoftened = [
  ['šť', 'st'],
  ['št', 'st'],
  ['ř', 'r'],
  ['ť', 't'],
  ['ď', 'd'],
  ['ň', 'n'],
  ['z', 'd'],
  ['c', 't'],
] as const;

/**
 * Finds what the forms of a Czech word may have in common, once as a noun or adjective and once as a verb.
 * No dictionary stands behind it: these are keys for grouping, and never words to show.
 */
export function czechStems(word: string): string[] {
  const noun = stem(word, nounEndings, nounSoftened) ?? plain(soften(withoutFleetingVowel(word), nounSoftened));
  const verb = stem(word, verbEndings, verbSoftened);
  return verb === undefined ? [`noun ${noun}`] : [`noun ${noun}`, `verb ${verb}`];
}

type Softened = readonly (readonly [string, string])[];

function stem(word: string, endings: readonly string[], softened: Softened): string | undefined {
  const ending = endings.find((candidate) => word.endsWith(candidate) && word.length - candidate.length >= 3);
  return ending === undefined
    ? undefined
    : plain(soften(withoutFleetingVowel(word.slice(0, -ending.length)), softened));
}

/** The last syllable’s e comes and goes: svazek, svazku; uzel, uzlu; vrstva, vrstev. */
const withoutFleetingVowel = (word: string): string =>
  word.length > 3 ? word.replace(/(?<=[^aeiouyáéíóúůýě])e(?=[^aeiouyáéíóúůýě]$)/, '') : word;

function soften(word: string, softened: Softened): string {
  const [end, origin] = softened.find(([candidate]) => word.endsWith(candidate)) ?? ['', ''];
  return word.slice(0, word.length - end.length) + origin;
}

/** Long vowels are shortened in other forms: jádro, jader. */
const plain = (word: string): string => word.normalize('NFD').replaceAll(/\p{M}/gu, '');
