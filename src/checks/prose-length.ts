import { countWords } from '../lib/chapter/prose.ts';
import { sourceLocale } from '../lib/locale/locales.ts';
import { translationsOf } from './book.ts';
import { defineCheck } from './check.ts';
import { problemOf } from './problem.ts';

/** Words of an English chapter: one sitting, from an idea to its exercise. */
const words = { least: 1_000, most: 2_500 };

/** Words of a translation for each English one. Czech, Greek and Russian need fewer or a few more; outside this, something is left out or added. */
const ratio = { least: 0.6, most: 1.6 };

export const proseLength = defineCheck({
  name: 'prose-length',
  promise: `an English chapter has ${words.least} to ${words.most} words, and a translation is as long as its English page`,
  run: (book) => [
    ...book.readable
      .filter(({ locale }) => locale === sourceLocale)
      .flatMap(({ path, prose }) => {
        const count = countWords(prose);
        if (count >= words.least && count <= words.most) return [];
        const short = count < words.least;
        const message = `this chapter has ${count} words, and ${short ? `${words.least} are the least` : `${words.most} are the most`}`;
        const fix = short
          ? 'give the reasons and the failures their room'
          : 'take out what the reader does not need here, or make two chapters of it';
        return [problemOf(path, { severity: 'warning', code: 'prose/length', message, fix })];
      }),
    ...translationsOf(book).flatMap(({ translation, source }) => {
      const [count, english] = [countWords(translation.prose), countWords(source.prose)];
      if (count >= english * ratio.least && count <= english * ratio.most) return [];
      const message = `this translation has ${count} words, and its English page ${english}`;
      return [
        problemOf(translation.path, {
          code: 'prose/ratio',
          message,
          fix: 'compare the two, section by section: something is left out or added',
        }),
      ];
    }),
  ],
});
