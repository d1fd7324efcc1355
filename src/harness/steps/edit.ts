import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EditStep } from '../../lib/example/schema.ts';
import { StepFailure } from '../blocked.ts';
import type { StepRunner } from './step-runner.ts';

/** Edits a file as the reader does: one text, which must occur exactly once, gives way to another. */
export const editStep: StepRunner<EditStep> = async ({ edit }, session) => {
  const path = join(session.workdir, edit.file);
  const text = await readFile(path, 'utf8');
  const count = text.split(edit.replace).length - 1;
  session.assertions += 1;
  if (count !== 1) throw new StepFailure(`${edit.file} holds ${JSON.stringify(edit.replace)} ${count} times, not once`);
  await writeFile(
    path,
    text.replace(edit.replace, () => edit.with),
  );
};
