import { z } from 'zod';
import { allLocales, type Locale } from '../locale/locales.ts';

const words = z.array(z.string().min(1));

const entry = z.strictObject({
  term: z.string().min(1).describe('The word as the glossary page shows it'),
  definition: z.string().min(1).describe('One sentence for a reader who meets the word for the first time'),
  keep: z.boolean().default(false).describe('The English word is the term'),
  forms: words
    .min(1)
    .optional()
    .describe('What the words inside <Term> may begin with; the term itself when not given'),
  avoid: words.default([]).describe('Words that are wrong for this term wherever they stand in prose'),
  doubt: words.default([]).describe('Words that are wrong for this term and right in another sense'),
});

const term = z.strictObject(
  Object.fromEntries(allLocales.map((locale) => [locale, entry])) as Record<Locale, typeof entry>,
);

/** `content/glossary.yaml`: the words of the trade, by id, in every language. */
export const glossarySchema = z.record(
  z.string().regex(/^[a-z][a-z0-9-]*$/, 'an id has lower-case letters, digits and dashes'),
  term,
);

export type Glossary = z.output<typeof glossarySchema>;
export type GlossaryEntry = z.output<typeof entry>;

/** `content/<locale>/wording.yaml`: words that a language's writers avoid besides those of the glossary, and what they write instead. */
export const wordingSchema = z.array(
  z.strictObject({
    avoid: words.optional().describe('Wrong wherever it stands in prose'),
    doubt: words.optional().describe('Mostly wrong: a warning'),
    write: z.string().min(1).describe('What to do instead, as an edit'),
  }),
);

export type Wording = z.output<typeof wordingSchema>;
