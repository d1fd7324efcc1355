import type { TestCase } from 'vitest/node';
import { describe, expect, test } from 'vitest';
import { TestTally } from '../../../src/harness/report/test-tally.ts';

const skipped = (fullName: string, note?: string) =>
  ({ fullName, result: () => ({ state: 'skipped', note }) }) as unknown as TestCase;

describe('a skipped test', () => {
  test('without a reason counts as failed', () => {
    const tally = new TestTally();
    tally.onTestCaseResult(skipped('a group > one'));
    expect(tally.summary()).toContain('0 passed, 1 failed');
  });

  test('whose world is missing counts as blocked, and is named', () => {
    const tally = new TestTally();
    tally.onTestCaseResult(skipped('a group > one', 'blocked: Docker does not answer'));
    expect(tally.summary()).toBe(
      '◌ blocked: Docker does not answer\n    not checked: a group > one\n0 passed, 0 failed, 1 blocked',
    );
  });

  test('that a filter leaves out counts nowhere', () => {
    const tally = new TestTally('group > two');
    tally.onTestCaseResult(skipped('a group > one'));
    expect(tally.summary()).toBe('0 passed, 0 failed');
    tally.onTestCaseResult(skipped('a group > two'));
    expect(tally.summary()).toContain('0 passed, 1 failed');
  });
});
