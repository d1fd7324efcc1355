import { z } from 'zod';

const title = z.string().min(1).describe('The chapter’s name, in sentence case, without a full stop');
const description = z.string().min(1).describe('One sentence: what the reader can do afterwards');

/** How a section's digest is written. */
export const sectionDigest = /^[0-9a-f]{12}$/;

/** The front matter of an English chapter. */
export const sourceFrontMatter = z.strictObject({ title, description });

/** The front matter of a translation. */
export const translationFrontMatter = z.strictObject({
  title,
  description,
  sections: z
    .record(z.string(), z.string().regex(sectionDigest, 'this is no digest (npm run translate -- stamp writes it)'))
    .optional()
    .describe('Section id → digest of the English section that was translated, in the order of the page'),
});

/** What both kinds of front matter come to. */
export interface FrontMatter {
  readonly title: string;
  readonly description: string;
  readonly sections?: Readonly<Record<string, string>> | undefined;
}
