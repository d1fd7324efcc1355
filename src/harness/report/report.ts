import { writeFile } from 'node:fs/promises';
import { readReceipt } from '../../lib/example/fresh.ts';
import type { Example } from '../../lib/example/load.ts';
import { readRecorded } from '../evidence.ts';
import type { Plan } from '../suite/plan.ts';
import type { Finding, Progress } from './progress.ts';

/** What a run of `verify` found, for machines. */
export interface Report {
  readonly date: string;
  readonly tools: Readonly<Record<string, string>>;
  readonly seconds: number;
  readonly verdicts: { readonly passed: number; readonly failed: number; readonly blocked: number };
  readonly steps: number;
  readonly assertions: number;
  readonly transcriptLines: number;
  readonly examples: readonly {
    readonly example: string;
    readonly tier: string;
    readonly verdict: string;
    readonly seconds: number;
  }[];
  /** Examples that were due and of which no test came. */
  readonly unreached: readonly string[];
  readonly findings: readonly Finding[];
}

/** Writes `verify.json`. An example that was due and left no result counts as failed: nothing passes in silence. */
export async function writeReport(
  path: string,
  due: readonly Example[],
  plan: Plan,
  progress: Progress,
  milliseconds: number,
): Promise<Report> {
  const examples = due.map(({ id, tier }) => {
    const result = progress.examples.get(id);
    return { example: id, tier, verdict: result?.verdict ?? 'failed', seconds: (result?.time ?? 0) / 1000 };
  });
  const elsewhere = progress.findings.filter((finding) => !due.some((example) => example.id === finding.example));
  const count = (verdict: string) =>
    examples.filter((example) => example.verdict === verdict).length +
    elsewhere.filter((finding) => finding.verdict === verdict).length;
  let [assertions, transcriptLines] = [0, 0];
  for (const example of due) {
    const receipt = await readReceipt(example.dir);
    if (receipt !== undefined && receipt !== 'malformed') assertions += receipt.assertions;
    for (const { entries } of (await readRecorded(example)).values())
      for (const entry of entries) transcriptLines += entry.command.split('\n').length + entry.output.length;
  }
  const report: Report = {
    date: new Date().toISOString(),
    tools: plan.tools,
    seconds: milliseconds / 1000,
    verdicts: { passed: count('passed'), failed: count('failed'), blocked: count('blocked') },
    steps: due.reduce((sum, example) => sum + example.steps.length + example.cleanup.length, 0),
    assertions,
    transcriptLines,
    examples,
    unreached: due.filter((example) => !progress.examples.has(example.id)).map((example) => example.id),
    findings: progress.findings,
  };
  await writeFile(path, `${JSON.stringify(report, null, 2)}\n`);
  return report;
}
