import { parseArgs } from 'node:util';
import { startVitest } from 'vitest/node';
import { projectRoot } from '../harness/project-root.ts';
import { TestTally } from '../harness/report/test-tally.ts';

const help = `Runs the project's own tests.

  node src/cli/test.ts PROJECT… [-t NAME]   projects: unit site browser engine

What needs Docker, Chromium or a served site and does not find it is reported as blocked: it has not been checked.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { testNamePattern: { type: 'string', short: 't' }, help: { type: 'boolean', short: 'h', default: false } },
});
if (values.help) {
  console.log(help);
  process.exit(0);
}
const projects = positionals.filter((word) => ['unit', 'site', 'browser', 'engine'].includes(word));
const files = positionals.filter((word) => !projects.includes(word));
const tally = new TestTally(values.testNamePattern);
const vitest = await startVitest('test', files, {
  root: projectRoot,
  watch: false,
  project: projects,
  reporters: ['default', tally],
  ...(values.testNamePattern === undefined ? {} : { testNamePattern: values.testNamePattern }),
});
await vitest.close();
console.log(`\n${tally.summary()}`);
process.exitCode = tally.failed > 0 || tally.passed === 0 ? 1 : 0;
