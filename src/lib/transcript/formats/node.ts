import { before } from '../ages.ts';
import { dawn } from '../clock.ts';
import type { Context, Format } from '../context.ts';
import { formatKubernetesAge, kubernetesAge } from '../durations.ts';
import { kindNamed } from '../kinds.ts';
import { replaceOpen, settled, varying } from '../marks.ts';
import { writeName } from '../object-names.ts';
import { writeTables } from './write-tables.ts';

const podHeader = 'Namespace Name CPU Requests CPU Limits Memory Requests Memory Limits Age';
const machine = /^( +(?:Machine ID|System UUID): +)([0-9a-f]{32})$/u;
const beat =
  /^( +(?:RenewTime: +|\w+ +(?:True|False|Unknown) +))[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d \+0000/u;
const amount = /^( +(?:cpu|pods): +)(\d+)$/u;
const storage = /^( +(?:memory|ephemeral-storage): +)(\d+(?:Ki)?)$/u;
const version = /^( +(?:Kernel Version|OS Image|Container Runtime Version): +(?:containerd:\/\/)?)(.*\d.*)$/u;

/** `kubectl describe node`: how big the machine is, and what runs on it. */
export const node: Format = (lines, context) => {
  const call = context.command.call('kubectl', 'describe');
  if (!call || kindNamed(call.words.find((word) => !word.startsWith('-')) ?? '') !== 'node') return [...lines];
  const written = writeTables(lines, context, {
    isHeader: (cells) => cells.join(' ') === podHeader,
    write: (column, cell) => {
      if (column === 'Name') return writeName(cell, 'pod', context);
      return column === 'Age' && kubernetesAge.test(cell) ? settled(age(context)) : cell;
    },
  });
  return written.map((line) => {
    const shares = replaceOpen(line, /(?<=\()(\d+%)(?=\))/gu, ([share]) => varying('percent', share));
    return shares
      .replace(beat, (_, name: string) => name + settled(now(context)))
      .replace(machine, (_, name: string, id: string) => name + settled(context.standIns.hex('machine', id)))
      .replace(amount, (_, name: string, count: string) => name + varying('count', count))
      .replace(storage, (_, name: string, size: string) => name + varying('size', size))
      .replace(version, (_, name: string, value: string) => name + varying('version', value));
  });
};

// A node's heartbeats go on whether or not a session has begun.
const now = ({ clock }: Context): string => new Date(dawn + clock.now * 1000).toUTCString().replace('GMT', '+0000');

const age = (context: Context): string => formatKubernetesAge(context.clock.now - before);
