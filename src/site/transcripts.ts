import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '../lib/diagnostics/diagnostic.ts';
import { nearest } from '../lib/diagnostics/nearest.ts';
import { transcriptFiles } from '../lib/example/fresh.ts';
import { transcriptSchema, type Transcript } from '../lib/transcript/schema.ts';
import { problemAt } from './place.ts';
import { siteRoot } from './root.ts';

/** Reads the transcript that a page shows; the place is the component's, for the problem that there may be. */
export async function readTranscript(example: string, name: string, place?: string): Promise<Result<Transcript>> {
  const dir = join(siteRoot, 'examples', example);
  const text = await readFile(join(dir, 'transcripts', `${name}.json`), 'utf8').catch(() => undefined);
  if (text !== undefined) return { ok: true, value: transcriptSchema.parse(JSON.parse(text)) };
  const names = await transcriptFiles(dir);
  const guess = nearest(name, names) ?? (names.length > 0 ? names.join(', ') : undefined);
  const fix = guess === undefined ? `run: npm run verify -- ${example} --update` : `write one of: ${guess}`;
  return {
    ok: false,
    diagnostics: [problemAt(place, 'site/no-transcript', `example "${example}" has no transcript "${name}"`, fix)],
  };
}

/** The names of an example's transcripts in the order in which its steps first add to them. */
export function transcriptOrder(steps: readonly object[]): string[] {
  const names = steps.flatMap((step) => {
    const inner = 'fails' in step ? step.fails : step;
    const name = (inner as { transcript?: string }).transcript;
    return name === undefined ? [] : [name];
  });
  return [...new Set(names)];
}
