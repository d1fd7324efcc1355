import { describe, expect, test } from 'vitest';
import { typographyRules } from '../../../src/lib/typography/rules.ts';
import { typeset } from '../../../src/lib/typography/typeset.ts';
import { allLocales, type Locale } from '../../../src/lib/locale/locales.ts';

/** `_` stands for a no-break space, so that it can be seen. */
const shown = (text: string) => text.replaceAll('\u00A0', '_');

test.each<[Locale, string, string]>([
  ['cs', 'a v lese i u vody', 'a_v_lese i_u_vody'],
  ['cs', 'A to v Dockeru', 'A_to v_Dockeru'],
  ['cs', 'Má 3 repliky a 256 MiB – asi.', 'Má 3_repliky a_256_MiB_– asi.'],
  ['cs', 'Počká 0.5 s... a 1-3 dny', 'Počká 0,5_s… a_1–3_dny'],
  ['cs', 'v roce 2026 byl; 0 znamená úspěch', 'v_roce 2026 byl; 0 znamená úspěch'],
  ['el', 'στην θύρα και τη εικόνα έχει 50 % ή 512 MB;', 'στη θύρα και την εικόνα έχει 50% ή 512_MB;'],
  ['el', 'Τι γίνεται?', 'Τι γίνεται;'],
  ['ru', 'Том – это место, т. е. в Docker 29 — с ним', 'Том_— это место, т._е. в_Docker_29_— с_ним'],
  ['ru', 'хранит 0.5 ГБ и 5 %', 'хранит 0,5_ГБ и 5%'],
])('%s: %s', (locale, text, mended) => expect(shown(typeset(text, text, locale).text)).toBe(mended));

describe('what is masked', () => {
  test('stays as it is, wherever the prose around it moves', () => {
    const text = 'Počká... `a b`... v `k c` 0.5 s';
    const prose = text.replaceAll(/`[^`]*`/g, (code) => '\uFFFC'.repeat(code.length));
    expect(shown(typeset(text, prose, 'cs').text)).toBe('Počká… `a b`… v_`k c` 0,5_s');
  });
});

test('mended text needs no mending', () => {
  const text = 'Má 3 repliky v klidu a 5 MB... – ano';
  const once = typeset(text, text, 'cs').text;
  expect(typeset(once, once, 'cs').mended).toBe(0);
});

test.each(allLocales)('every rule of %s can be searched for, and has a name of its own', (locale) => {
  const rules = typographyRules[locale];
  for (const { pattern } of rules) expect(pattern.flags).toMatch(/g.*u/);
  expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
});
