import { nbsp, type Rule } from './rule.ts';

/** Russian: «ёлочки», em dash, no-break spaces where a line must not end. */
export const russian: readonly Rule[] = [
  {
    name: 'quotes',
    pattern: /["”]|“(?=\p{L})/gu,
    severity: 'error',
    wrong: 'is no Russian quotation mark',
    fix: 'write «…», and „…“ inside them',
  },
  {
    name: 'dash',
    pattern: /(?<=[\p{L}\p{N}\uFFFC»)]) –(?= )/gu,
    severity: 'error',
    wrong: 'is not the Russian dash',
    fix: 'write — with a no-break space before it',
    mend: () => `${nbsp}—`,
  },
  {
    name: 'dash-space',
    pattern: / —(?= )/gu,
    severity: 'warning',
    wrong: 'may begin a line',
    fix: 'write a no-break space before it',
    mend: () => `${nbsp}—`,
  },
  {
    name: 'one-letter-word',
    pattern: /(?<![\p{L}\p{N}])[вксоу][ \n](?=[\p{L}\p{N}\uFFFC«(])/giu,
    severity: 'warning',
    wrong: 'may end a line',
    fix: 'write a no-break space after it',
    mend: (found) => `${found.charAt(0)}${nbsp}`,
  },
  {
    name: 'abbreviation',
    pattern: /(?<!\p{L})(?:т\. ?[екпд]\.|и т\.[ \u00A0]?[дп]\.)(?<!т\.\u00A0[екпд]\.)/gu,
    severity: 'warning',
    wrong: 'may break over two lines',
    fix: 'write a no-break space inside it',
    mend: (found) => found.replace(/т\. ?/u, `т.${nbsp}`),
  },
  {
    name: 'version',
    pattern: /(?<=(?:Kubernetes|Docker|Helm|Compose|Debian|Python|PostgreSQL|Redis|nginx|kind|Go|Node\.js)) (?=\d)/gu,
    severity: 'warning',
    wrong: 'may break a line between a name and its version',
    fix: 'write a no-break space',
    mend: () => nbsp,
  },
  {
    name: 'percent',
    pattern: new RegExp(`(?<=\\d)[ ${nbsp}]%`, 'gu'),
    severity: 'error',
    wrong: 'stands apart from its number',
    fix: 'write 5%',
    mend: () => '%',
  },
  {
    name: 'latin-ending',
    pattern: /\p{Script=Latin}['’]\p{Script=Cyrillic}+/gu,
    severity: 'error',
    wrong: 'puts a Russian ending on a Latin word',
    fix: 'let a Russian noun carry the case: «в манифесте `Deployment`»',
  },
];
