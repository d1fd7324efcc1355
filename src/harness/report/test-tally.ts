import type { Reporter, TestCase, TestModule, TestSuite } from 'vitest/node';

/** The note of a test that could not run because the world lacks something: `blocked: Docker does not answer`. */
const blockedNote = /^blocked: /;

/** Counts tests, and keeps apart from the passed ones what has not been checked. */
export class TestTally implements Reporter {
  passed = 0;
  failed = 0;
  readonly #skipped: string[] = [];
  readonly #wanted: RegExp | undefined;
  readonly #blocked = new Map<string, string[]>();

  /** What a filter leaves out was not asked for, and counts nowhere: `wanted` is matched on full names, as Vitest does. */
  constructor(wanted?: string) {
    this.#wanted = wanted === undefined ? undefined : new RegExp(wanted);
  }

  onTestCaseResult(test: TestCase): void {
    const result = test.result();
    if (result.state === 'passed') this.passed += 1;
    else if (result.state === 'failed') this.failed += 1;
    else if (result.state === 'skipped') {
      const note = result.note ?? '';
      if (blockedNote.test(note)) this.#blocked.set(note, [...(this.#blocked.get(note) ?? []), test.fullName]);
      else if (this.#wanted?.test(test.fullName) !== false) this.#skipped.push(test.fullName);
    }
  }

  onTestSuiteResult(suite: TestSuite): void {
    this.failed += suite.errors().length;
  }

  onTestModuleEnd(module: TestModule): void {
    this.failed += module.errors().length;
  }

  onTestRunEnd(_modules: readonly TestModule[], errors: readonly unknown[]): void {
    this.failed += errors.length;
  }

  /** What was and what was not checked, in words, and the counts as the last line. */
  summary(): string {
    const blocked = [...this.#blocked].flatMap(([why, tests]) => [
      `◌ ${why}`,
      ...tests.map((name) => `    not checked: ${name}`),
    ]);
    const skipped =
      this.#skipped.length === 0
        ? []
        : ['skipped without a reason, which counts as failed:', ...this.#skipped.map((name) => `    ${name}`)];
    this.failed += this.#skipped.splice(0).length;
    const count = [...this.#blocked.values()].reduce((sum, tests) => sum + tests.length, 0);
    return [
      ...blocked,
      ...skipped,
      `${this.passed} passed, ${this.failed} failed${count > 0 ? `, ${count} blocked` : ''}`,
    ].join('\n');
  }
}
