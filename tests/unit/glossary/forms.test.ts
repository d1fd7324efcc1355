import { describe, expect, test } from 'vitest';
import { fold, formPattern } from '../../../src/lib/glossary/forms.ts';
import { loadGlossary } from '../../../src/lib/glossary/glossary.ts';
import { allLocales, type Locale } from '../../../src/lib/locale/locales.ts';

const fits = (text: string, form: string, locale: Locale) => formPattern(form, locale).test(fold(text, locale));

describe('a stem', () => {
  test.each<[string, string, Locale]>([
    ['obrazech', 'obraz', 'cs'],
    ['Svazku', 'svazk', 'cs'],
    ['контейнерами', 'контейнер', 'ru'],
    ['διεργασιών', 'διεργασί', 'el'],
    ['images', 'image', 'en'],
    ['jmenných\u00A0prostorech', 'jmenn* prostor', 'cs'],
    ['multi-stage builds', 'multi stage build', 'en'],
    ['liveness-пробы', 'liveness проб', 'ru'],
    ['publikovaného', 'publik*', 'cs'],
  ])('%s fits %s', (text, form, locale) => expect(fits(text, form, locale)).toBe(true));

  test.each<[string, string, Locale]>([
    ['obrazovka', 'obraz', 'cs'],
    ['obrázek', 'obraz', 'cs'],
    ['podobraz', 'obraz', 'cs'],
    ['kubeletem', '=kubelet', 'ru'],
    ['όταν container', 'ο container', 'el'],
    ['řídící', 'řídicí', 'cs'],
    ['jmenný velký prostor', 'jmenn* prostor', 'cs'],
  ])('%s does not fit %s', (text, form, locale) => expect(fits(text, form, locale)).toBe(false));
});

test('the tonos does not count, and folding keeps every place', () => {
  expect(fold('Εικόνα ΐ ϊ', 'el')).toBe('Εικονα ϊ ϊ');
  expect(fold('kontejnér', 'cs')).toBe('kontejnér');
});

describe('the glossary of this book', () => {
  const glossary = loadGlossary('.');
  test('can be read', () => expect(glossary).toMatchObject({ ok: true }));

  test.each(allLocales)('says none of the words that it avoids, in %s', (locale) => {
    if (!glossary.ok) return expect.unreachable();
    const terms = Object.values(glossary.value);
    const avoided = terms.flatMap((term) => term[locale].avoid);
    const said = terms.map((term) => `${term[locale].term}: ${term[locale].definition}`);
    expect(said.filter((text) => avoided.some((form) => fits(text, form, locale)))).toEqual([]);
  });
});
