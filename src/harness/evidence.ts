import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digestInputs, digestText } from '../lib/example/digest.ts';
import { checkFreshness, readReceipt, transcriptFiles } from '../lib/example/fresh.ts';
import type { Example } from '../lib/example/load.ts';
import type { Receipt } from '../lib/example/receipt.ts';
import { compareTranscripts } from '../lib/transcript/compare.ts';
import { transcriptSchema, type Transcript } from '../lib/transcript/schema.ts';

export type Recorded = ReadonlyMap<string, Transcript>;

const pathOf = (example: Example, name: string): string => join(example.dir, 'transcripts', `${name}.json`);

/** A transcript as its file holds it. */
export const transcriptText = (transcript: Transcript): string => `${JSON.stringify(transcript, null, 2)}\n`;

/** Compares two sets of transcripts; gives a unified diff of each that differs, or one line for each that only one side has. */
export function differences(recorded: Recorded, actual: Recorded): string[] {
  const names = [...new Set([...recorded.keys(), ...actual.keys()])].toSorted();
  return names.flatMap((name) => {
    const [before, after] = [recorded.get(name), actual.get(name)];
    if (before === undefined) return [`transcript "${name}" has not been recorded yet`];
    if (after === undefined) return [`transcript "${name}" comes from no step any more`];
    const diff = compareTranscripts(before, after);
    return diff === undefined ? [] : [diff];
  });
}

/** Reads what is recorded of an example. */
export async function readRecorded(example: Example): Promise<Recorded> {
  const names = await transcriptFiles(example.dir);
  return new Map(
    await Promise.all(
      names.map(
        async (name) =>
          [name, transcriptSchema.parse(JSON.parse(await readFile(pathOf(example, name), 'utf8')))] as const,
      ),
    ),
  );
}

/**
 * Writes an example’s transcripts. One that says the same but for values that are compared by type keeps its file,
 * so that a renewed recording shows in a diff only what changed.
 */
export async function writeRecorded(example: Example, actual: Recorded): Promise<void> {
  const before = await readRecorded(example);
  await mkdir(join(example.dir, 'transcripts'), { recursive: true });
  for (const name of before.keys()) if (!actual.has(name)) await rm(pathOf(example, name));
  for (const [name, transcript] of actual) {
    const known = before.get(name);
    if (known === undefined || compareTranscripts(known, transcript) !== undefined)
      await writeFile(pathOf(example, name), transcriptText(transcript));
  }
  if (actual.size === 0) await rm(join(example.dir, 'transcripts'), { recursive: true, force: true });
}

/**
 * Writes the receipt of a green run; its date stays where all else is as it was. A run that only compares leaves a receipt that holds
 * alone: it was recorded elsewhere, with the tools and images that it names. Tells whether the file changed.
 */
export async function writeReceipt(
  example: Example,
  facts: Pick<Receipt, 'tools' | 'images' | 'steps' | 'assertions'>,
  recording: boolean,
): Promise<boolean> {
  const transcripts: Record<string, string> = {};
  for (const name of await transcriptFiles(example.dir))
    transcripts[name] = digestText(await readFile(pathOf(example, name), 'utf8'));
  if (!recording && (await checkFreshness(example.dir)).length === 0) return false;
  const old = await readReceipt(example.dir);
  const receipt: Receipt = {
    example: example.id,
    verdict: 'passed',
    date: new Date().toISOString().slice(0, 10),
    inputs: await digestInputs(example.dir),
    transcripts,
    ...facts,
  };
  if (
    old !== undefined &&
    old !== 'malformed' &&
    JSON.stringify({ ...old, date: '' }) === JSON.stringify({ ...receipt, date: '' })
  )
    return false;
  await writeFile(join(example.dir, 'receipt.json'), `${JSON.stringify(receipt, null, 2)}\n`);
  return true;
}
