import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Example } from '../../lib/example/load.ts';
import { instructionTexts } from '../../lib/dockerfile/instruction-texts.ts';
import { docker, dockerLines } from './docker.ts';

interface CacheRecord {
  readonly ID: string;
  readonly Description: string;
  readonly Parents: readonly string[] | null;
}

const buildCache = async (): Promise<CacheRecord[]> =>
  (await dockerLines(['buildx', 'du', '--format', '{{json .}}'])).map((line) => JSON.parse(line) as CacheRecord);

/**
 * Forgets what an example's builds have left in the cache: the records of the very instructions of its Dockerfiles, and those that were
 * made from these. Done before a run, so that its builds start cold though somebody tried them by hand, and after it. Records that an
 * image still uses stay.
 */
export async function pruneInstructionsOf(example: Example): Promise<void> {
  const dockerfiles = example.files.filter((name) => /(^|\/)([\w-]+\.)?Dockerfile([.-][\w-]+)?$/.test(name));
  const texts = (await Promise.all(dockerfiles.map((name) => readFile(join(example.dir, name), 'utf8')))).flatMap(
    instructionTexts,
  );
  if (texts.length === 0) return;
  const records = await buildCache();
  const doomed = new Set(
    records.filter(({ Description }) => texts.some((text) => Description.endsWith(text))).map(({ ID }) => ID),
  );
  for (let before = -1; before !== doomed.size;) {
    before = doomed.size;
    for (const { ID, Parents } of records) if (Parents?.some((parent) => doomed.has(parent)) === true) doomed.add(ID);
  }
  await prune([...doomed]);
}

async function prune(ids: readonly string[]): Promise<void> {
  // Several id filters would have to hold all at once; one expression names them all.
  if (ids.length > 0) await docker(['buildx', 'prune', '--force', '--filter', `id~=^(${ids.join('|')})$`]);
}
