import { defineConfig } from 'vitest/config';

const project = (name: string, more: object = {}) => ({
  test: { name, include: [`tests/${name}/**/*.test.ts`], ...more },
});

export default defineConfig({
  test: {
    retry: 0,
    projects: [
      project('unit'),
      project('site', { testTimeout: 120_000, hookTimeout: 300_000, fileParallelism: false }),
      project('browser', { testTimeout: 60_000, hookTimeout: 120_000, fileParallelism: false }),
      project('engine', { testTimeout: 300_000, hookTimeout: 300_000, fileParallelism: false }),
    ],
  },
});
