import { embeddedExamples } from './embedded-examples.ts';
import { defineCheck } from './check.ts';

export const receiptFresh = defineCheck({
  name: 'receipt-fresh',
  promise: 'every example was run as it stands, and its transcripts are what that run recorded',
  run(book) {
    const embedded = embeddedExamples(book);
    return [...book.examples.values()].flatMap(({ id, evidence }) =>
      evidence.map((diagnostic) =>
        // An example that was never run claims nothing until a page shows it; one that has changed since claims too much.
        diagnostic.code === 'evidence/no-receipt' && !embedded.has(id)
          ? { ...diagnostic, severity: 'warning' as const }
          : diagnostic,
      ),
    );
  },
});
