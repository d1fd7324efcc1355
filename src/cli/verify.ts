import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs, styleText } from 'node:util';
import { startVitest } from 'vitest/node';
import { Blocked, StepFailure } from '../harness/blocked.ts';
import { deleteCluster } from '../harness/cluster/cluster.ts';
import { requireDocker } from '../harness/engine/docker.ts';
import { examplesDir, projectRoot } from '../harness/project-root.ts';
import { reapDead } from '../harness/reaper/start.ts';
import { Progress } from '../harness/report/progress.ts';
import { writeReport } from '../harness/report/report.ts';
import { reasonsToRun } from '../harness/suite/keys.ts';
import { takeLocks } from '../harness/suite/lock.ts';
import { laneOf, lanes, planVariable, type Plan } from '../harness/suite/plan.ts';
import { installedVersions, isStated, readVersions, toolsOf, type Tool } from '../harness/versions.ts';
import { nearest } from '../lib/diagnostics/nearest.ts';
import { renderPretty } from '../lib/diagnostics/render.ts';
import { loadExample, type Example } from '../lib/example/load.ts';

const help = `Proves examples on real Docker and a real kind cluster.

  npm run verify                    those that changed since they were last proved here
  npm run verify -- NAME…           these
  npm run verify -- --all           every one

  --update   run each twice, and write its transcripts and receipt where both runs say the same
  --fresh    make the cluster anew first
  --why      only say what would run, and because of what
  --list     only list the examples
  --json     a report for machines on standard output, progress on standard error
  --help     this text

Reports are left in reports/ (verify.json, verify.junit.xml), or in the folder that REPORTS_DIR names. Exit code: 0 all passed, 1 some failed, 2 some blocked
(Docker or the cluster cannot be had, a port or a name is taken, no space), 64 the command line makes no sense.`;

const { values, positionals } = readArguments();
const say = (text: string): void => void (values.json ? process.stderr : process.stdout).write(`${text}\n`);
const colour = process.env['NO_COLOR'] === undefined && (values.json ? process.stderr : process.stdout).isTTY === true;
const paint = (style: Parameters<typeof styleText>[0], text: string): string =>
  colour ? styleText(style, text, { validateStream: false }) : text;

if (values.help) {
  console.log(help);
  process.exit(0);
}
try {
  process.exitCode = await main();
} catch (error) {
  if (error instanceof StepFailure) {
    say(`${paint('red', '✗')} ${error.message}\n\n0 passed, 1 failed`);
    process.exit(1);
  }
  if (!(error instanceof Blocked)) throw error;
  say(`${paint('yellow', '◌ blocked')}  ${error.message}\n  fix   ${error.fix}`);
  say('\n0 passed, 0 failed, 1 blocked: nothing has been proved');
  if (values.json) console.log(JSON.stringify({ blocked: error.message, fix: error.fix }));
  process.exitCode = 2;
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        all: { type: 'boolean', default: false },
        update: { type: 'boolean', default: false },
        fresh: { type: 'boolean', default: false },
        why: { type: 'boolean', default: false },
        list: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    console.error(`verify: ${(error as Error).message}\n\n${help}`);
    process.exit(64);
  }
}

async function main(): Promise<number> {
  const examples = await chosenExamples();
  if (examples === undefined) return 64;
  if (values.list) {
    for (const example of examples) console.log(`${example.id.padEnd(28)} ${example.tier.padEnd(8)} ${example.title}`);
    return 0;
  }
  await requireDocker();
  const versions = await readVersions();
  const tools = await installedVersions(versions.nodeImage);
  const due = await dueExamples(examples, tools as Record<string, string>);
  if (values.why) return 0;
  if (due.length === 0) {
    say('0 passed, 0 failed: all examples are proved as they are (--all runs them nevertheless)');
    return 0;
  }
  checkTools(due, versions, tools);
  const busy = lanes.filter((lane) => due.some((example) => laneOf(example) === lane));
  const release = await takeLocks(busy, say);
  try {
    for (const name of await reapDead()) say(`removed what a killed run of ${name} had left`);
    if (values.fresh && (await deleteCluster())) say('deleted the cluster: a new one is made when an example needs it');
    return await runSuite(due, {
      examples: idsByLane(due),
      update: values.update,
      nodeImage: versions.nodeImage,
      tools: tools as Record<string, string>,
    });
  } finally {
    await release();
  }
}

/** The examples that the command line names, in the order in which they run: those of the engine, then those of the cluster, then the whole site. */
async function chosenExamples(): Promise<Example[] | undefined> {
  const entries = await readdir(examplesDir, { withFileTypes: true });
  const ids = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
  for (const name of positionals)
    if (!ids.includes(name)) {
      const guess = nearest(name, ids);
      console.error(
        `verify: there is no example "${name}"${guess === undefined ? '; npm run verify -- --list shows them all' : `: did you mean "${guess}"?`}`,
      );
      return undefined;
    }
  const loaded = await Promise.all(
    (positionals.length > 0 ? positionals : ids).map((id) => loadExample(join(examplesDir, id))),
  );
  const diagnostics = loaded.flatMap((result) => (result.ok ? [] : result.diagnostics));
  if (diagnostics.length > 0) {
    say(renderPretty(diagnostics, colour));
    say(`\n0 passed, ${diagnostics.length} failed: nothing was run`);
    process.exit(1);
  }
  const examples = loaded.flatMap((result) => (result.ok ? [result.value] : []));
  const rank = (example: Example) =>
    example.project ? 9 : ['build', 'run', 'compose', 'cluster', 'helm'].indexOf(example.tier);
  return examples.toSorted((a, b) => rank(a) - rank(b) || a.id.localeCompare(b.id, 'en'));
}

async function dueExamples(examples: readonly Example[], tools: Record<string, string>): Promise<Example[]> {
  const due: Example[] = [];
  for (const example of examples) {
    const reasons = await reasonsToRun(example, tools);
    if (values.why) say(`${example.id.padEnd(28)} ${reasons.length === 0 ? 'proved as it is' : reasons.join('; ')}`);
    if (values.all || values.update || positionals.length > 0 || reasons.length > 0) due.push(example);
  }
  return due;
}

function idsByLane(due: readonly Example[]): Plan['examples'] {
  const of = (lane: (typeof lanes)[number]) =>
    due.filter((example) => laneOf(example) === lane).map((example) => example.id);
  return { engine: of('engine'), cluster: of('cluster') };
}

/** Outputs are recorded with the stated versions only; with others they are compared all the same, and the difference is explained beforehand. */
function checkTools(
  due: readonly Example[],
  versions: Record<string, string>,
  tools: Partial<Record<Tool, string>>,
): void {
  const needed = new Set(due.flatMap((example) => toolsOf(example.tier)));
  for (const tool of needed) {
    if (tools[tool] === undefined)
      throw new Blocked(`${tool} is not on this machine`, `install ${tool} ${versions[tool]} (examples/versions.yaml)`);
    if (isStated(tools[tool], versions[tool] ?? '')) continue;
    const words = `${tool} is ${tools[tool]} here, and examples/versions.yaml says ${versions[tool]}`;
    if (values.update)
      throw new Blocked(
        `${words}: outputs are recorded with that version alone`,
        `install ${tool} ${versions[tool]}, or change the version there`,
      );
    say(`${paint('yellow', 'note')}  ${words}: differences below may come of it`);
  }
}

async function runSuite(due: readonly Example[], plan: Plan): Promise<number> {
  process.env[planVariable] = JSON.stringify(plan);
  const progress = new Progress(say, colour);
  const reports = process.env['REPORTS_DIR'] ?? join(projectRoot, 'reports');
  await mkdir(reports, { recursive: true });
  const started = performance.now();
  const busy = lanes.filter((lane) => plan.examples[lane].length > 0);
  const vitest = await startVitest(
    'test',
    busy.map((lane) => `src/harness/suite/${lane}.suite.ts`),
    {
      root: projectRoot,
      config: join(projectRoot, 'src/harness/suite/vitest.config.ts'),
      watch: false,
      reporters: [progress, ['junit', { outputFile: join(reports, 'verify.junit.xml') }]],
    },
    {},
    // With --json, standard output is the report's alone.
    values.json ? { stdout: process.stderr } : {},
  );
  await vitest.close();
  process.exitCode = 0;
  const report = await writeReport(join(reports, 'verify.json'), due, plan, progress, performance.now() - started);
  if (values.json) console.log(await readFile(join(reports, 'verify.json'), 'utf8'));
  progress.recapitulate();
  if (report.unreached.length > 0) say(`not run: ${report.unreached.join(', ')}`);
  const slowest = report.examples.toSorted((a, b) => b.seconds - a.seconds)[0];
  say(
    `\n${report.examples.length} examples, ${report.steps} steps, ${report.assertions} assertions, ${report.transcriptLines} transcript lines in ${report.seconds.toFixed(0)} s; slowest ${slowest?.example ?? '-'} ${slowest?.seconds.toFixed(0) ?? 0} s`,
  );
  const { passed, failed, blocked } = report.verdicts;
  say(`${passed} passed, ${failed} failed${blocked > 0 ? `, ${blocked} blocked` : ''}`);
  return failed > 0 ? 1 : blocked > 0 ? 2 : 0;
}
