import { deriveNumber } from '../derive.ts';
import type { Context, Format } from '../context.ts';
import { settled, varying } from '../marks.ts';
import { withOwnLabels } from './build-labels.ts';
import { orderVertices, readVertices, type Vertex } from './build-steps.ts';

const outputTime = /^(\d+\.\d{1,3}) /u;
const finished = /^(?:DONE (\d+\.\d)s|CACHED|CANCELED|ERROR: .*)$/u;
const noise =
  /^(?:transferring |resolve |sha256:[0-9a-f]{64} |extracting |reading from stdin |exporting attestation manifest |preparing layers|pulling |\.\.\.$)/u;
const withDuration =
  /^((?:exporting|naming|unpacking|writing|sending|copying|loading|importing) .*?)(?: \d+\.\d+s)?( done)?$/u;

/**
 * BuildKit's plain progress: steps that ran side by side are told one after the other, in an order that hangs on the Dockerfile
 * alone; what hangs on which base images were there already, or on how fast the machine is, is left out or replaced.
 */
export const build: Format = (lines, context) => {
  const result: string[] = [];
  for (let index = 0; index < lines.length;) {
    const end = endOfProgress(lines, index);
    if (end === index) result.push(lines[index++]!);
    else {
      const { shown, times } = writeProgress(lines.slice(index, end), context);
      result.push(...shown);
      index = end;
      // The excerpt of a failed step repeats its last lines with their times.
      if (lines[index] === '------') {
        for (; index < lines.length && !/^ERROR/u.test(lines[index]!); index++) {
          const line = lines[index]!;
          result.push(times.has(line) ? times.get(line)! : line);
        }
      }
    }
  }
  return result.map(withoutReferences(context));
};

const inProgress = /^#\d+(?: |$)/u;

/** The first line after a run of progress; blank lines between steps belong to it. */
function endOfProgress(lines: readonly string[], start: number): number {
  if (!inProgress.test(lines[start]!)) return start;
  let end = start + 1;
  for (let index = end; index < lines.length && (lines[index] === '' || inProgress.test(lines[index]!)); index++) {
    if (lines[index] !== '') end = index + 1;
  }
  return end;
}

function writeProgress(lines: readonly string[], context: Context) {
  const times = new Map<string, string>();
  const vertices = orderVertices(withOwnLabels(readVertices(lines))).filter(isShown);
  const shown: string[] = [];
  let number = vertices[0]?.title.startsWith('building with ') ? 0 : 1;
  for (const vertex of vertices) {
    if (shown.length > 0) shown.push('');
    for (const line of writeVertex(vertex, context, times)) shown.push(`#${number} ${line}`);
    number++;
  }
  return { shown, times };
}

/** Steps that are there or not for reasons of the machine: what was given up when another step failed, and bookkeeping. */
function isShown({ title, lines }: Vertex): boolean {
  if (/^resolving provenance|^\[internal\] load (?:local bake definitions|remote build context)/u.test(title))
    return false;
  return / FROM /u.test(title) || !lines.includes('CANCELED');
}

function writeVertex(vertex: Vertex, context: Context, times: Map<string, string>): string[] {
  const { title } = vertex;
  const shown = [title];
  // Which warnings come here hangs on the moment; the summary at the end has them all.
  let lines = vertex.lines.filter((line) => !noise.test(line) && !finished.test(line) && !line.startsWith('WARN: '));
  if (title.startsWith('exporting ')) lines = [...new Set(lines.map((line) => line.replace(withDuration, '$1 done')))];
  // A step's own output comes with the seconds since its beginning.
  let hundredths = 14;
  for (const line of lines) {
    const text = outputTime.test(line) ? line.replace(outputTime, settled((hundredths / 100).toFixed(3)) + ' ') : line;
    if (text !== line) {
      times.set(line, text);
      hundredths += 3;
    }
    shown.push(text);
  }
  // Whether a base image was there already is the machine's affair.
  if (/^\[[^\]]*\] FROM /u.test(title)) return [...shown, done(0)];
  const end = vertex.lines.filter((line) => finished.test(line)).at(-1);
  if (/^\[[^\]]*\] WORKDIR /u.test(title) && end !== undefined) return [...shown, varying('state', end)];
  if (end?.startsWith('DONE'))
    shown.push(
      done(Math.max(lastsFor(title, context), lines.length > 0 && hundredths > 14 ? Math.ceil(hundredths / 10) : 0)),
    );
  else if (end !== undefined) shown.push(end);
  return shown;
}

const done = (tenths: number): string => `DONE ${settled(`${(tenths / 10).toFixed(1)}s`)}`;

/** How many tenths of a second a step takes: compiling and installing are slow, the rest is quick. */
function lastsFor(title: string, context: Context): number {
  const seed = `${context.surroundings.example}/step/${title.replace(/^\[[^\]]*\] /u, '')}`;
  if (title.startsWith('exporting ')) return 2;
  if (!/\] RUN /u.test(title)) return /\] COPY /u.test(title) ? 1 : 0;
  return /go (?:build|install|mod|test|vet)|npm |pip |apt-get |cargo |make\b/u.test(title)
    ? deriveNumber(seed, 21, 96)
    : deriveNumber(seed, 2, 5);
}

/** A failed COPY names a snapshot by two random words. */
const withoutReferences =
  (context: Context) =>
  (line: string): string =>
    line.replace(
      /(?<=checksum of ref )([a-z0-9]{20,26})::([a-z0-9]{20,26})(?=:)/gu,
      (_, first: string, second: string) =>
        settled(`${context.standIns.word('reference', first)}::${context.standIns.word('reference', second)}`),
    );
