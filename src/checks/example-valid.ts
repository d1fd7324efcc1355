import { defineCheck } from './check.ts';

export const exampleValid = defineCheck({
  name: 'example-valid',
  promise: 'every example.yaml keeps to its schema, and every file of an example is used by a step',
  run: (book) => [...book.examples.values()].flatMap(({ example }) => (example.ok ? [] : example.diagnostics)),
});
