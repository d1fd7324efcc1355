import { styleText } from 'node:util';
import type { Reporter, TestCase, TestModule, TestSuite } from 'vitest/node';

export interface Tally {
  passed: number;
  failed: number;
  blocked: number;
  notReached: number;
}

export interface Finding {
  readonly example: string;
  readonly step: string;
  readonly verdict: 'failed' | 'blocked';
  readonly message: string;
  readonly fix: string | undefined;
}

/** Prints a line for each step as it ends, with its time, and keeps the sums. */
export class Progress implements Reporter {
  /** Of tests. */
  readonly steps: Tally = { passed: 0, failed: 0, blocked: 0, notReached: 0 };
  /** Example → milliseconds, and whether all of it was green. */
  readonly examples = new Map<string, { time: number; verdict: 'passed' | 'failed' | 'blocked' }>();
  readonly findings: Finding[] = [];
  readonly #write: (text: string) => void;
  readonly #colour: boolean;

  constructor(write: (text: string) => void, colour: boolean) {
    this.#write = write;
    this.#colour = colour;
  }

  onTestSuiteReady(suite: TestSuite): void {
    if (suite.parent.type !== 'module') this.#write(`${suite.parent.name}  ${this.#paint('dim', suite.name)}`);
  }

  onTestCaseResult(test: TestCase): void {
    const result = test.result();
    const time = test.diagnostic()?.duration ?? 0;
    const example = this.#exampleOf(test);
    const sum = this.examples.get(example) ?? { time: 0, verdict: 'passed' };
    sum.time += time;
    this.examples.set(example, sum);
    if (result.state === 'passed') {
      this.steps.passed += 1;
      this.#write(`${example}  ${this.#paint('green', '✓')} ${clip(test.name)}  ${this.#paint('dim', seconds(time))}`);
    } else if (result.state === 'skipped') {
      this.steps.notReached += 1;
    } else {
      for (const error of result.errors ?? []) this.#problem(example, test.name, error);
    }
  }

  /** What goes wrong between tests, such as the removal of what a run made. */
  onTestSuiteResult(suite: TestSuite): void {
    for (const error of suite.errors()) this.#problem(this.#topOf(suite), 'removing what the run made', error);
  }

  onTestModuleEnd(module: TestModule): void {
    for (const error of module.errors()) this.#problem('', 'the suite', error);
  }

  onTestRunEnd(
    _modules: readonly TestModule[],
    errors: readonly { name?: string; message: string; stack?: string }[],
  ): void {
    for (const error of errors) this.#problem('', 'the suite', error);
  }

  onUserConsoleLog(log: { content: string }): void {
    this.#write(this.#paint('dim', log.content.trimEnd()));
  }

  #problem(example: string, step: string, error: { name?: string; message: string; stack?: string | undefined }): void {
    const blocked = error.name === 'Blocked';
    const verdict = blocked ? 'blocked' : 'failed';
    this.steps[verdict] += 1;
    const sum = this.examples.get(example);
    if (sum !== undefined && sum.verdict !== 'failed') sum.verdict = verdict;
    const fix = (error as { fix?: string }).fix;
    // A stack helps with the harness’s own mistakes alone.
    const message = blocked || error.name === 'StepFailure' ? error.message : `${error.message}\n${error.stack ?? ''}`;
    const finding: Finding = { example, step, verdict, message, fix };
    this.findings.push(finding);
    this.#tell(finding);
  }

  /** Says once more what was not green: hundreds of steps may have passed since. */
  recapitulate(): void {
    for (const finding of this.findings) {
      this.#write('');
      this.#tell(finding);
    }
  }

  #tell({ example, step, verdict, message, fix }: Finding): void {
    const mark = verdict === 'blocked' ? this.#paint('yellow', '◌ blocked') : this.#paint('red', '✗');
    this.#write(`${example}  ${mark} ${clip(step)}`);
    this.#write(
      message
        .split('\n')
        .map((line) => `      ${line}`)
        .join('\n'),
    );
    if (fix !== undefined) this.#write(`      fix   ${fix}`);
  }

  #exampleOf(test: TestCase): string {
    return test.parent.type === 'module' ? '' : this.#topOf(test.parent);
  }

  #topOf(suite: TestSuite): string {
    let top = suite;
    while (top.parent.type === 'suite') top = top.parent;
    return top.name;
  }

  #paint(style: Parameters<typeof styleText>[0], text: string): string {
    return this.#colour ? styleText(style, text, { validateStream: false }) : text;
  }
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
const clip = (text: string): string => {
  const line = text.replaceAll(/\s*\n\s*/g, ' ⏎ ');
  return line.length > 110 ? `${line.slice(0, 109)}…` : line;
};
