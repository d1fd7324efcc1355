import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { digestInputs, digestText } from '../../../src/lib/example/digest.ts';

export const books = fileURLToPath(new URL('../../fixtures/books/', import.meta.url));

const opened: string[] = [];
afterAll(() => Promise.all(opened.splice(0).map((root) => rm(root, { recursive: true }))));

/**
 * Copies the sound book to a folder of its own, with a receipt for its example, then lays a broken book's files over it.
 * Its `absent.txt` names files to take away; `expected.txt` is what the check says.
 */
export async function openBook(overlay?: string): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'book-'));
  opened.push(root);
  await cp(join(books, 'sound'), root, { recursive: true });
  await writeReceipt(root);
  if (overlay === undefined) return root;
  const folder = join(books, overlay);
  const notes = ['expected.txt', 'absent.txt'];
  for (const name of (await readdir(folder)).filter((entry) => !notes.includes(entry)))
    await cp(join(folder, name), join(root, name), { recursive: true });
  const absent = await readFile(join(folder, 'absent.txt'), 'utf8').catch(() => '');
  for (const path of absent.split('\n').filter(Boolean)) await rm(join(root, path), { recursive: true });
  return root;
}

/** The receipt is made here, so that the fixture says nothing about how a digest is taken. */
async function writeReceipt(root: string): Promise<void> {
  const dir = join(root, 'examples/greeting');
  const receipt = {
    example: 'greeting',
    verdict: 'passed',
    date: '2026-01-01',
    inputs: await digestInputs(dir),
    transcripts: { greet: digestText(await readFile(join(dir, 'transcripts/greet.json'), 'utf8')) },
    tools: {},
    images: [],
    steps: 1,
    assertions: 1,
  };
  await writeFile(join(dir, 'receipt.json'), JSON.stringify(receipt));
}
