import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Example } from '../../lib/example/load.ts';
import { instructionTexts } from '../../lib/dockerfile/instruction-texts.ts';
import { docker, dockerLines } from './docker.ts';

interface CacheRecord {
  readonly id: string;
  readonly description: string;
}

/** Lists the build cache’s records. */
async function buildCache(): Promise<CacheRecord[]> {
  const lines = await dockerLines(['buildx', 'du', '--format', '{{.ID}} {{.Description}}']);
  return lines.map((line) => {
    const [id, ...description] = line.split(' ');
    return { id: (id ?? '').replace('*', ''), description: description.join(' ') };
  });
}

/**
 * Forgets what an example's builds have left in the cache: the records of the very instructions of its Dockerfiles. Done before a run,
 * so that its builds start cold though somebody tried them by hand, and after it. Records that an image still uses stay.
 */
export async function pruneInstructionsOf(example: Example): Promise<void> {
  const dockerfiles = example.files.filter((name) => /(^|\/)([\w-]+\.)?Dockerfile([.-][\w-]+)?$/.test(name));
  const texts = (await Promise.all(dockerfiles.map((name) => readFile(join(example.dir, name), 'utf8')))).flatMap(instructionTexts);
  if (texts.length === 0) return;
  await prune((await buildCache()).filter(({ description }) => texts.some((text) => description.endsWith(text))));
}

async function prune(records: readonly CacheRecord[]): Promise<void> {
  // Several id filters would have to hold all at once; one expression names them all.
  if (records.length > 0) await docker(['buildx', 'prune', '--force', '--filter', `id~=^(${records.map((record) => record.id).join('|')})$`]);
}
