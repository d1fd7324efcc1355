import { defineCheck } from './check.ts';

export const frontMatter = defineCheck({
  name: 'front-matter',
  promise: 'every chapter has a title, a description and nothing else, and a translation says what it translates',
  run: (book) => book.chapters.flatMap((chapter) => (chapter.frontMatter.ok ? [] : chapter.frontMatter.diagnostics)),
});
