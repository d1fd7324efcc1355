import { createNormaliser, type Surroundings } from '../../../src/lib/transcript/normalise.ts';
import type { TranscriptEntry } from '../../../src/lib/transcript/schema.ts';

const surroundings: Surroundings = {
  example: 'sample',
  workdir: '/tmp/f2c-aXb1c2/sample',
  home: '/tmp/f2c-aXb1c2/home',
  namespace: 'f2c-sample-axb1c2',
  cluster: 'f2c',
  baseImages: ['nginx:1.30', 'busybox:1.38'],
  started: new Date('2026-11-21T14:00:00Z'),
};

/** Opens a session to which commands with their raw output are told, and which answers with what is shown. */
export function openSession(more: Partial<Surroundings> = {}) {
  const normaliser = createNormaliser({ ...surroundings, ...more });
  const entry = (command: string, output = '', exitCode: number | null = 0): TranscriptEntry =>
    normaliser.add({ command, exitCode, output, at: new Date('2026-11-21T14:05:00Z') });
  return {
    entry,
    told: (command: string, output = '', exitCode: number | null = 0): string[] =>
      entry(command, output, exitCode).output,
  };
}
