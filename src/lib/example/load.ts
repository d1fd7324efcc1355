import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.ts';
import { offsetsByPath, parseYaml, positionOf } from '../diagnostics/yaml.ts';
import { CORE_SCHEMA, parseEvents } from 'js-yaml';
import { inputFiles } from './digest.ts';
import { parseManifest } from '../manifest/parse.ts';
import { claimedFiles } from './claims.ts';
import { exampleSchema, type ExampleFile, type Step } from './schema.ts';
import { problemsOf } from './step-problems.ts';

/** An example as the harness and the site know it. */
export interface Example extends ExampleFile {
  /** The folder's name. */
  readonly id: string;
  /** Absolute path of the folder. */
  readonly dir: string;
  /** The example's files besides example.yaml, relative to the folder, sorted. */
  readonly files: readonly string[];
  /** 1-based line in example.yaml of each step, then of each cleanup step. */
  readonly lines: { readonly steps: readonly number[]; readonly cleanup: readonly number[] };
}

/** Reads and checks `<dir>/example.yaml`: its shape, its names, and that every file of the folder is used by a step. */
export async function loadExample(dir: string): Promise<Result<Example>> {
  const id = basename(dir);
  const path = `examples/${id}/example.yaml`;
  const text = await readFile(join(dir, 'example.yaml'), 'utf8').catch(() => undefined);
  if (text === undefined)
    return failed(
      path,
      1,
      'example/missing',
      'this folder has no example.yaml',
      `run: npm run new -- example ${id} --tier run`,
    );
  const parsed = parseYaml(path, text, exampleSchema);
  if (!parsed.ok) return parsed;
  const file = parsed.value as ExampleFile;
  const offsets = offsetsByPath(parseEvents(text, { schema: CORE_SCHEMA } as never), text);
  const placeOf = (...where: PropertyKey[]) => positionOf(text, offsets, where);
  const lineOf = (...where: PropertyKey[]) => placeOf(...where).line;
  const files = (await inputFiles(dir)).filter((name) => name !== 'example.yaml');
  const example: Example = {
    ...file,
    id,
    dir,
    files,
    lines: {
      steps: file.steps.map((_, index) => lineOf('steps', index)),
      cleanup: file.cleanup.map((_, index) => lineOf('cleanup', index)),
    },
  };
  const stepProblems = (step: Step, ...where: PropertyKey[]) =>
    problemsOf(step, example).map(({ at, code, message, fix }) => ({
      ...diagnostic(path, 1, code, message, fix),
      ...placeOf(...where, ...at),
    }));
  const diagnostics = [
    ...[...example.steps.entries()].flatMap(([index, step]) => stepProblems(step, 'steps', index)),
    ...[...example.cleanup.entries()].flatMap(([index, step]) => stepProblems(step, 'cleanup', index)),
    ...(await claimProblems(example, path, lineOf)),
    ...(await manifestProblems(example)),
  ];
  return diagnostics.length === 0 ? { ok: true, value: example } : { ok: false, diagnostics };
}

async function claimProblems(
  example: Example,
  path: string,
  lineOf: (...where: PropertyKey[]) => number,
): Promise<Diagnostic[]> {
  const claimed = await claimedFiles(example);
  const unclaimed = example.files.filter((name) => !claimed.has(name) && !Object.hasOwn(example.unused, name));
  const vanished = Object.keys(example.unused).filter((name) => !example.files.includes(name));
  return [
    ...unclaimed.map((name) =>
      diagnostic(
        `examples/${example.id}/${name}`,
        1,
        'example/unused-file',
        `no step of ${path} uses "${name}"`,
        `use it in a step, delete it, or say under unused: why it is here`,
      ),
    ),
    ...vanished.map((name) =>
      diagnostic(
        path,
        lineOf('unused', name),
        'example/no-such-file',
        `unused names "${name}", which is not there`,
        `take the line out`,
      ),
    ),
  ];
}

/** What kubectl could not even read. A manifest that is broken on purpose is one that a `fails` step applies. */
async function manifestProblems(example: Example): Promise<Diagnostic[]> {
  const broken = example.steps
    .flatMap((step) => ('fails' in step && 'run' in step.fails ? [step.fails.run] : []))
    .join('\n');
  const manifests = example.files.filter((name) => /(^|\/)manifests\/.*\.ya?ml$/.test(name) && !broken.includes(name));
  const results = await Promise.all(
    manifests.map(async (name) =>
      parseManifest(`examples/${example.id}/${name}`, await readFile(join(example.dir, name), 'utf8')),
    ),
  );
  return results.flatMap((result) => (result.ok ? [] : result.diagnostics));
}

const diagnostic = (path: string, line: number, code: string, message: string, fix: string): Diagnostic => ({
  path,
  line,
  column: 1,
  severity: 'error',
  code,
  message,
  fix,
});

const failed = (...[path, line, code, message, fix]: Parameters<typeof diagnostic>): Result<never> => ({
  ok: false,
  diagnostics: [diagnostic(path, line, code, message, fix)],
});
