import type { TextExpectation } from '../lib/example/schema.ts';
import { StepFailure } from './blocked.ts';

/** Counts what an expectation of a text asserts. */
export const textAssertions = (wanted: TextExpectation | undefined): number =>
  wanted === undefined
    ? 0
    : typeof wanted === 'string'
      ? 1
      : Object.values(wanted).reduce<number>(
          (sum, value) => sum + (Array.isArray(value) ? value.length : value === undefined ? 0 : 1),
          0,
        );

/** Throws a `StepFailure` that says what was wanted of the text and what it was. */
export function checkText(what: string, text: string, wanted: TextExpectation | undefined): void {
  const problem = wanted === undefined ? undefined : textProblem(text, wanted);
  if (problem !== undefined) throw new StepFailure(`${what} ${problem}\n${quote(text)}`);
}

/** Says in words what a text lacks of what is wanted; undefined where it lacks nothing. */
export function textProblem(text: string, wanted: TextExpectation): string | undefined {
  if (typeof wanted === 'string')
    return text === wanted ? undefined : `should be exactly ${JSON.stringify(wanted)}, and was:`;
  const list = (value: string | string[] | undefined) => (value === undefined ? [] : [value].flat());
  if (wanted.equals !== undefined && text !== wanted.equals)
    return `should be exactly ${JSON.stringify(wanted.equals)}, and was:`;
  for (const part of list(wanted.contains))
    if (!text.includes(part)) return `should contain ${JSON.stringify(part)}, and was:`;
  for (const part of list(wanted.lacks))
    if (text.includes(part)) return `should not contain ${JSON.stringify(part)}, and was:`;
  if (wanted.matches !== undefined && !new RegExp(wanted.matches, 'mu').test(text))
    return `should match /${wanted.matches}/, and was:`;
  const lines = text.replace(/\n$/, '') === '' ? 0 : text.replace(/\n$/, '').split('\n').length;
  if (wanted.lines !== undefined && lines !== wanted.lines)
    return `should have ${wanted.lines} lines and has ${lines}:`;
  return undefined;
}

/** A text as evidence: indented, the middle of a long one left out with a word about it. */
export function quote(text: string, most = 40): string {
  const lines = text.replace(/\n$/, '').split('\n');
  const shown =
    lines.length <= most
      ? lines
      : [...lines.slice(0, most / 2), `… ${lines.length - most} lines left out …`, ...lines.slice(-most / 2)];
  return shown.map((line) => `    ${line}`).join('\n');
}
