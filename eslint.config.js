import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

// Each folder of src has one job (docs/architecture.md); what it must not import is forbidden here, with a word on where the thing belongs.
const forbid = (...patterns) => ({
  rules: { 'no-restricted-imports': ['error', { patterns: patterns.map(([group, message]) => ({ group, message })) }] },
});

const world = [
  ['node:child_process', 'child_process'],
  'lib and checks only know; what acts on the world belongs in src/harness or src/cli',
];
const site = [['astro:*', 'astro', '@astrojs/*'], 'lib knows nothing of Astro; the site’s glue belongs in src/site'];
const harness = [['**/harness/**'], 'the site and the harness meet in receipts and transcripts alone'];
const show = [['**/components/**', '**/pages/**', '**/site/**'], 'only the site imports the site'];

export default tseslint.config(
  { ignores: ['dist/', '.astro/', '.cache/', 'reports/', 'node_modules/', 'examples/', 'tests/fixtures/'] },
  ...tseslint.configs.recommended,
  ...astro.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      eqeqeq: 'error',
      'no-console': 'off',
    },
  },
  { files: ['src/lib/**/*.ts'], ...forbid(world, site, harness, show) },
  { files: ['src/checks/**/*.ts'], ...forbid(world, site, harness, show) },
  { files: ['src/harness/**/*.ts'], ...forbid(site, show) },
  { files: ['src/components/**', 'src/pages/**', 'src/site/**', 'src/content.config.ts'], ...forbid(world, harness) },
);
