import { execFileSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digestInputs } from '../src/lib/example/digest.ts';
import { loadExample } from '../src/lib/example/load.ts';
import { createNormaliser } from '../src/lib/transcript/normalise.ts';
import { transcriptSchema } from '../src/lib/transcript/schema.ts';
import { examplesDir, projectRoot } from '../src/harness/project-root.ts';

if (process.argv.includes('--help') || process.argv.includes('-h')) {
  console.log(
    'npm run bench\n\nTells how long what the project does takes, as ratios to a yardstick of the same kind in the same run.',
  );
  process.exit(0);
}

// Compares what the project does with a yardstick of the same kind, both in turn in one run: a ratio says the same on a fast machine and a slow one.

const ids = (await readdir(examplesDir, { withFileTypes: true }))
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const node = (...words: string[]) => execFileSync(process.execPath, words, { cwd: projectRoot, stdio: 'ignore' });
const transcripts = (
  await Promise.all(
    ids.map(async (id) => {
      const names = await readdir(join(examplesDir, id, 'transcripts')).catch(() => []);
      return Promise.all(
        names.map(async (name) =>
          transcriptSchema.parse(JSON.parse(await readFile(join(examplesDir, id, 'transcripts', name), 'utf8'))),
        ),
      );
    }),
  )
).flat();

const read = async () => {
  for (const id of ids) await digestInputs(join(examplesDir, id));
};
const load = async () => {
  for (const id of ids) await loadExample(join(examplesDir, id));
};
const copy = () => {
  for (const { entries } of transcripts)
    for (const { output } of entries)
      output
        .join('\n')
        .split('\n')
        .map((line) => line.trim());
};
const normalise = () => {
  for (const { example, entries } of transcripts) {
    const normaliser = createNormaliser({
      example,
      workdir: `/tmp/${example}`,
      home: '/tmp/home',
      baseImages: [],
      started: new Date(0),
    });
    for (const { command, exitCode, output } of entries)
      normaliser.add({ command, exitCode, output: `${output.join('\n')}\n` });
  }
};

const pairs: readonly [what: string, ours: () => unknown, yardstick: string, other: () => unknown][] = [
  ['load and check all examples', load, 'digest their files', read],
  ['normalise all transcripts', normalise, 'split and trim their lines', copy],
  ['npm run check', () => node('src/cli/check.ts'), 'starting node', () => node('--eval', '0')],
];

const time = async (work: () => unknown): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};

const runs = 5;
console.log(
  `${'ratio (median, lowest to highest)'.padEnd(36)} ${ids.length} examples, ${transcripts.length} transcripts, ${runs} pairs`,
);
for (const [what, ours, yardstick, other] of pairs) {
  await ours();
  await other();
  const ratios: number[] = [];
  for (let run = 0; run < runs; run += 1) ratios.push((await time(ours)) / (await time(other)));
  ratios.sort((a, b) => a - b);
  const figure = (index: number) => (ratios[index] ?? Number.NaN).toFixed(1);
  console.log(
    `${`${figure(Math.floor(runs / 2))} (${figure(0)} to ${figure(runs - 1)})`.padEnd(36)} ${what} / ${yardstick}`,
  );
}
