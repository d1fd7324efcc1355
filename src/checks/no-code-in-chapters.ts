import { defineCheck } from './check.ts';
import { problemIn } from './problem.ts';

export const noCodeInChapters = defineCheck({
  name: 'no-code-in-chapters',
  promise: 'no command, listing or output is typed in a chapter: all of them come from examples/',
  run: (book) =>
    book.readable.flatMap(({ page }) =>
      page.fences.map(({ start }) =>
        problemIn(page, start, {
          code: 'chapter/code-block',
          message: 'this code block was typed by hand, and nothing proves it',
          fix: 'put it into an example and show it with <Listing> or <Terminal>',
        }),
      ),
    ),
});
