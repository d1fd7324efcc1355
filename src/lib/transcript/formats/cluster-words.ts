import { readGeneratedName, settleNames } from '../workloads.ts';
import type { Context, Format } from '../context.ts';
import { plain, replaceOpen, settled } from '../marks.ts';
import { isEphemeralPort } from '../values.ts';
import { compare } from './write-tables.ts';

const waiting = /^Waiting for .* (?:rollout to finish|to be (?:completed|deleted|updated)|spec update to be observed)/u;
const word = /[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?/gu;

/**
 * What kubectl says line by line. A rollout's progress is told only as far as it is sure: which numbers it passes by hangs on the
 * moment. Lines that differ in nothing but names that Kubernetes completed come in the order of the shown names.
 */
export const clusterWords: Format = (lines, context) => {
  if (!context.command.runs('kubectl')) return [...lines];
  const told = lines.filter((line, index) => !waiting.test(line) || (context.exitCode !== 0 && !waiting.test(lines[index + 1] ?? '')));
  const result: string[] = [];
  for (let index = 0; index < told.length; ) {
    const mask = maskOf(told[index]!, context);
    let end = index + 1;
    while (end < told.length && mask !== undefined && maskOf(told[end]!, context) === mask) end++;
    if (mask !== undefined) settleNames(told.slice(index, end).flatMap((line) => namesIn(line, context)), context.standIns);
    const run = told.slice(index, end).map((line) => (mask === undefined ? line : writeNames(line, context)));
    result.push(...(run.length > 1 ? run.sort((a, b) => compare(plain(a), plain(b))) : run));
    index = end;
  }
  return result.map((line) => serverPort(line, context));
};

/** The line with its completed names masked; undefined where it has none. */
function maskOf(line: string, context: Context): string | undefined {
  const text = plain(line);
  const mask = text.replace(word, (real) => (context.authored(real) ? real : (readGeneratedName(real, 'other', context.standIns)?.owner.concat('-*-*') ?? real)));
  return mask === text ? undefined : mask;
}

const namesIn = (line: string, context: Context) =>
  (plain(line).match(word) ?? []).flatMap((name) => {
    const generated = context.authored(name) ? undefined : readGeneratedName(name, 'other', context.standIns);
    return generated ? [{ name, ...generated }] : [];
  });

const writeNames = (line: string, context: Context): string =>
  replaceOpen(line, word, ([real]) => {
    const generated = context.authored(real) ? undefined : readGeneratedName(real, 'other', context.standIns);
    return generated ? settled(generated.standIn()) : real;
  });

/** kind publishes the API server on a port that the kernel chose. */
const serverPort = (line: string, context: Context): string =>
  line.replace(/(?<=https:\/\/127\.0\.0\.1:)(\d{5})(?!\d)/gu, (port) => (isEphemeralPort(port, context) ? settled(context.standIns.ephemeralPort(port)) : port));
