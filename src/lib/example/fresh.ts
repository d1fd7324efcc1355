import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { digestInputs, digestText } from './digest.ts';
import { receiptSchema, type Receipt } from './receipt.ts';

/** Says why an example's evidence does not hold for the files that are there now; an empty list means that it does. */
export async function checkFreshness(dir: string): Promise<Diagnostic[]> {
  const id = basename(dir);
  const stale = (file: string, code: string, message: string): Diagnostic[] => [
    {
      path: `examples/${id}/${file}`,
      line: 1,
      column: 1,
      severity: 'error',
      code,
      message,
      fix: `run: npm run verify -- ${id} --update`,
    },
  ];
  const receipt = await readReceipt(dir);
  if (receipt === undefined)
    return stale('receipt.json', 'evidence/no-receipt', `"${id}" has no receipt: no run has proved it`);
  if (receipt === 'malformed') return stale('receipt.json', 'evidence/malformed', `the receipt of "${id}" is not one`);
  if (receipt.inputs !== (await digestInputs(dir)))
    return stale('example.yaml', 'evidence/stale', `"${id}" has changed since the run that its receipt tells of`);
  const problems: Diagnostic[] = [];
  const files = await transcriptFiles(dir);
  for (const [name, digest] of Object.entries(receipt.transcripts)) {
    const text = await readFile(join(dir, 'transcripts', `${name}.json`), 'utf8').catch(() => undefined);
    if (text === undefined)
      problems.push(...stale(`transcripts/${name}.json`, 'evidence/no-transcript', `transcript "${name}" is gone`));
    else if (digestText(text) !== digest)
      problems.push(
        ...stale(`transcripts/${name}.json`, 'evidence/edited', `transcript "${name}" is not what the run recorded`),
      );
  }
  for (const name of files.filter((file) => !Object.hasOwn(receipt.transcripts, file)))
    problems.push(
      ...stale(`transcripts/${name}.json`, 'evidence/unknown-transcript', `transcript "${name}" comes from no run`),
    );
  return problems;
}

/** Reads `receipt.json`: the receipt, `malformed`, or undefined where there is none. */
export async function readReceipt(dir: string): Promise<Receipt | 'malformed' | undefined> {
  const text = await readFile(join(dir, 'receipt.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return receiptSchema.parse(JSON.parse(text));
  } catch {
    return 'malformed';
  }
}

/** The names of the transcripts in an example's folder. */
export async function transcriptFiles(dir: string): Promise<string[]> {
  const names = await readdir(join(dir, 'transcripts')).catch(() => []);
  return names
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .toSorted();
}
