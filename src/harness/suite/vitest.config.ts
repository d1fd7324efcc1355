import { defineConfig } from 'vitest/config';

// One process, one example after the other: they share ports, Docker names and the build cache.
export default defineConfig({
  test: {
    include: ['src/harness/suite/*.suite.ts'],
    pool: 'forks',
    fileParallelism: false,
    // Each step has a limit of its own; this one only ends what hangs in the harness itself.
    testTimeout: 900_000,
    hookTimeout: 300_000,
    retry: 0,
  },
});
