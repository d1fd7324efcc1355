import { defineCheck } from './check.ts';

export const chapterReadable = defineCheck({
  name: 'chapter-readable',
  promise: 'every chapter is MDX that the site can read',
  run: (book) => book.chapters.flatMap(({ outline }) => (outline.ok ? [] : outline.diagnostics)),
});
