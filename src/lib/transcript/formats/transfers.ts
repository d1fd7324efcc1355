import type { Format } from '../context.ts';
import { repeatable, replaceOpen, varying } from '../marks.ts';
import { compare } from '../order.ts';

const layer = /^([0-9a-f]{12}): (.+)$/u;
const manifestSize = /(?<=: digest: sha256:[0-9a-f]{64} size: )(\d+)$/gu;
const passing =
  /^(?:Preparing|Waiting|Pushing|Pulling fs layer|Downloading|Verifying Checksum|Download complete|Extracting|Already exists|Retrying in \d+ seconds?)$/u;

/**
 * The layers of `docker push` and `docker pull`, which move side by side: what became of each, without the states on the way. How
 * many there are, and which, hangs on the base image.
 */
export const transfers: Format = (lines, context) => {
  if (!context.command.runs('docker') && !context.command.runs('docker compose')) return [...lines];
  const result: string[] = [];
  for (let index = 0; index < lines.length;) {
    const states = new Map<string, string>();
    let end = index;
    for (; end < lines.length; end++) {
      const match = layer.exec(lines[end]!);
      if (!match) break;
      states.set(match[1]!, match[2]!.replace(/ {2,}.*$/u, '').trim());
    }
    if (end === index) result.push(replaceOpen(lines[index++]!, manifestSize, ([, size]) => varying('bytes', size!)));
    else {
      const ends = [...states]
        .filter(([, state]) => !passing.test(state))
        .sort((a, b) => compare(b[1], a[1]) || compare(a[0], b[0]));
      result.push(...ends.map(([id, state]) => repeatable(`${varying('digest', id)}: ${state}`)));
      index = end;
    }
  }
  return result;
};
