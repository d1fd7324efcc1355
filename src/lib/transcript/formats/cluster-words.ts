import { addresses, byAddress } from '../addresses.ts';
import { dawn } from '../clock.ts';
import type { Context, Format } from '../context.ts';
import { openParts, plain, replaceOpen, settled } from '../marks.ts';
import { namesIn, readName } from '../object-names.ts';
import { isEphemeralPort } from '../values.ts';
import { settleNames } from '../workloads.ts';
import { compare } from '../order.ts';

const waiting = /^Waiting for .* (?:rollout to finish|to be (?:completed|deleted|updated)|spec update to be observed)/u;
const word = /[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?/gu;

/**
 * What kubectl says line by line. A rollout's progress is told only as far as it is sure: which numbers it passes by hangs on the
 * moment. Lines that differ in nothing but names that Kubernetes completed come in the order of the shown names.
 */
export const clusterWords: Format = (lines, context) => {
  if (!context.command.runs('kubectl')) return [...lines];
  const isSure = (line: string, next = '') => !waiting.test(line) || (context.exitCode !== 0 && !waiting.test(next));
  const told = lines.filter((line, index) => isSure(line, lines[index + 1]));
  const result: string[] = [];
  for (let index = 0; index < told.length;) {
    const mask = maskOf(told[index]!, context);
    let end = index + 1;
    while (end < told.length && mask !== undefined && maskOf(told[end]!, context) === mask) end++;
    result.push(...(mask === undefined ? [told[index]!] : writeNames(told.slice(index, end), context)));
    index = end;
  }
  return result.map((line) => comparedFiles(serverPort(podAddresses(line, context), context), context));
};

/** The line with its completed names masked; undefined where it has none. */
function maskOf(line: string, context: Context): string | undefined {
  const text = plain(line);
  const mask = text.replace(word, (name) => {
    const { generated } = readName(name, 'other', context);
    return generated ? `${generated.owner}-*-*` : name;
  });
  return mask === text ? undefined : mask;
}

function writeNames(lines: readonly string[], context: Context): string[] {
  settleNames(
    lines.flatMap((line) => openParts(line).flatMap((text) => namesIn(text, context))),
    context.standIns,
  );
  const written = lines.map((line) =>
    replaceOpen(line, word, ([name]) => {
      const { generated } = readName(name, 'other', context);
      return generated ? settled(generated.standIn()) : name;
    }),
  );
  return written.sort((a, b) => compare(plain(a), plain(b)));
}

/** The addresses of several Pods in one line come in the order of the Pods' random names. */
function podAddresses(line: string, context: Context): string {
  if (!/^10\.244\.\d+\.\d+(?: 10\.244\.\d+\.\d+)+$/u.test(line)) return line;
  const shown = line.split(' ').map((address) => plain(addresses(address, context)));
  return settled(shown.sort(byAddress).join(' '));
}

const comparedFile = /^(?:---|\+\+\+) .*\t(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{9})(?= \+0000$)/u;

/** `kubectl diff` compares two files that it has just made, in folders of random names. */
const comparedFiles = (line: string, context: Context): string =>
  line
    .replace(
      comparedFile,
      (whole, date: string) => whole.slice(0, -date.length) + settled(`${timeOfDay(context)}.112408113`),
    )
    .replace(/(?<=\/(?:LIVE|MERGED)-)\d{5,}(?=\/)/gu, (number) => settled(context.standIns.digits('folder', number)));

const timeOfDay = ({ clock }: Context): string =>
  new Date(dawn + clock.now * 1000).toISOString().slice(0, 19).replace('T', ' ');

/** kind publishes the API server on a port that the kernel chose. */
const serverPort = (line: string, context: Context): string =>
  line.replace(/(?<=https:\/\/127\.0\.0\.1:)(\d{5})(?!\d)/gu, (port) =>
    isEphemeralPort(port, context) ? settled(context.standIns.ephemeralPort(port)) : port,
  );
