import { embeddedExamples } from './embedded-examples.ts';
import { defineCheck } from './check.ts';
import { problemOf } from './problem.ts';

export const exampleUsed = defineCheck({
  name: 'example-used',
  promise: 'every example is shown by a chapter',
  run(book) {
    const embedded = embeddedExamples(book);
    return [...book.examples.keys()]
      .filter((id) => !embedded.has(id))
      .map((id) =>
        problemOf(`examples/${id}/example.yaml`, {
          severity: 'warning',
          code: 'example/not-shown',
          message: `no chapter shows "${id}"`,
          fix: `show it with <Example id="${id}" />, or delete the folder`,
        }),
      );
  },
});
