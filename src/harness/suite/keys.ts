import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digestFiles, digestInputs, digestText, inputFiles } from '../../lib/example/digest.ts';
import { checkFreshness } from '../../lib/example/fresh.ts';
import type { Example } from '../../lib/example/load.ts';
import type { BaseImage } from '../engine/images.ts';
import { execute } from '../engine/exec.ts';
import { inspectImage } from '../engine/docker.ts';
import { projectRoot } from '../project-root.ts';
import { toolsOf } from '../versions.ts';

/** All that a verdict hangs on, part by part, so that it can be said which part has moved. */
export type Key = Readonly<Record<string, string>>;

const folder = join(projectRoot, '.cache', 'verified');

/** Makes the key of an example as it is now. */
export async function keyOf(
  example: Example,
  tools: Readonly<Record<string, string>>,
  images: readonly Pick<BaseImage, 'reference' | 'id'>[],
): Promise<Key> {
  const parts: Record<string, string> = { example: await digestInputs(example.dir), harness: await harnessDigest() };
  for (const tool of toolsOf(example.tier)) parts[tool] = tools[tool] ?? 'none';
  for (const image of images) parts[`image ${image.reference}`] = image.id;
  if (example.project) parts['project'] = await projectDigest();
  return parts;
}

/** Remembers that an example was green with its key of now. */
export async function keepKey(
  example: Example,
  tools: Readonly<Record<string, string>>,
  images: readonly BaseImage[],
): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${example.id}.json`), JSON.stringify(await keyOf(example, tools, images), null, 2));
}

/** Says why an example must run again: the parts of the key that moved, or what its evidence lacks; empty where it need not. */
export async function reasonsToRun(example: Example, tools: Readonly<Record<string, string>>): Promise<string[]> {
  const text = await readFile(join(folder, `${example.id}.json`), 'utf8').catch(() => undefined);
  if (text === undefined) return ['it has not been proved on this machine'];
  const known = JSON.parse(text) as Key;
  const images = await Promise.all(
    example.images.map(async (reference) => ({ reference, id: (await inspectImage(reference))?.Id ?? 'none' })),
  );
  const now = await keyOf(example, tools, images);
  const moved = [...new Set([...Object.keys(known), ...Object.keys(now)])]
    .filter((part) => known[part] !== now[part])
    .map((part) => `${part} changed`);
  const evidence = (await checkFreshness(example.dir)).map((diagnostic) => diagnostic.message);
  return [...moved, ...evidence];
}

let harness: Promise<string> | undefined;

/** The harness and what it knows: a change of either may change a verdict. */
const harnessDigest = (): Promise<string> =>
  (harness ??= Promise.all(
    ['harness', 'lib'].map(async (name) =>
      digestFiles(join(projectRoot, 'src', name), await inputFiles(join(projectRoot, 'src', name))),
    ),
  ).then((digests) => digestText(digests.join())));

async function projectDigest(): Promise<string> {
  const { stdout } = await execute(
    [
      'bash',
      '-c',
      'git ls-files -co --exclude-standard -z | grep -zvE "^examples/[^/]+/(receipt.json|transcripts/)" | xargs -0 sha256sum 2>/dev/null',
    ],
    { cwd: projectRoot, env: process.env, apart: true },
  );
  return digestText(stdout);
}
