import { slug } from 'github-slugger';
import { introId, type Outline } from '../lib/chapter/outline.ts';
import type { Diagnostic } from '../lib/diagnostics/diagnostic.ts';
import { sourceLocale } from '../lib/locale/locales.ts';
import { defineCheck } from './check.ts';
import { problemIn } from './problem.ts';

export const headingsSound = defineCheck({
  name: 'headings-sound',
  promise:
    'headings are of the second and third level, each its own on the page, none inside a component or with a full stop',
  run: (book) => book.readable.flatMap(({ page, locale }) => problemsOf(page, locale === sourceLocale)),
});

function problemsOf(page: Outline, isSource: boolean): Diagnostic[] {
  const [, ...headings] = page.sections;
  return headings.flatMap(({ id, title, depth, within, start }, index) => {
    const found: Diagnostic[] = [];
    const say = (name: string, message: string, fix: string) =>
      found.push(problemIn(page, start, { code: `heading/${name}`, message, fix }));
    if (depth !== 2 && depth !== 3)
      say('level', `"${title}" is a heading of level ${depth}`, 'use ## or ###; the title is in the front matter');
    if (depth === 3 && index === 0)
      say('level', `"${title}" is of the third level and under no second`, 'write ## before it');
    if (within.length > 0)
      say('nested', `"${title}" stands inside <${within.at(-1)}>`, 'move it out, or make it a bold line');
    if (/[.:]$/.test(title)) say('full-stop', `"${title}" ends with "${title.at(-1)}"`, 'take it off');
    if (headings.findIndex((other) => other.title === title) !== index)
      say('twice', `"${title}" is on the page twice`, 'name what is different about this one');
    else if (isSource && (id === introId || id !== slug(title)))
      say('id', `"${title}" has the id of another section`, 'use another word, so that a link can name it');
    else if (isSource && !/[a-z]/.test(id)) say('id', `"${title}" has no word that a link could name`, 'use one');
    return found;
  });
}
