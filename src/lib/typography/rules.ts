import type { Locale } from '../locale/locales.ts';
import { czech } from './cs.ts';
import { greek } from './el.ts';
import type { Rule } from './rule.ts';
import { russian } from './ru.ts';
import { everywhere, translated } from './shared.ts';

/** The rules of each language. English quotes and dots may be typed straight: the site sets them. */
export const typographyRules: Readonly<Record<Locale, readonly Rule[]>> = {
  en: everywhere,
  cs: [...everywhere, ...translated, ...czech],
  el: [...everywhere, ...translated, ...greek],
  ru: [...everywhere, ...translated, ...russian],
};
