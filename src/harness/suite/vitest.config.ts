import { defineConfig } from 'vitest/config';

// Two lanes side by side, each in a process of its own. Which of them has anything to do, `verify` says by the files that it names.
export default defineConfig({
  test: {
    include: ['src/harness/suite/*.suite.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // Each step has a limit of its own; this one only ends what hangs in the harness itself.
    testTimeout: 900_000,
    hookTimeout: 300_000,
    retry: 0,
  },
});
