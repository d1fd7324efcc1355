import { DockerfileParser } from 'dockerfile-ast';
import type { Lines, Unresolved } from './excerpt.ts';

/** Finds the lines of a build stage, by its name or its number as `COPY --from` would, with the comments right above its FROM. */
export function stageLines(text: string, stage: string): Lines | Unresolved {
  const starts = DockerfileParser.parse(text)
    .getFROMs()
    .map((from, index) => ({
      names: [from.getBuildStage() ?? '', String(index)],
      line: from.getRange().start.line + 1,
    }));
  const lines = text.split('\n');
  const found = starts.findIndex(({ names }) =>
    names.some((name) => name !== '' && name.toLowerCase() === stage.toLowerCase()),
  );
  if (found === -1) {
    const known = starts.map(({ names }) => names.find((name) => name !== '')).join(', ');
    return { message: `there is no stage "${stage}"`, fix: `write one of: ${known}` };
  }
  const startOf = (index: number) => withCommentsAbove(lines, starts[index]?.line ?? lines.length + 1);
  let to = startOf(found + 1) - 1;
  while (to > 1 && (lines[to - 1] ?? '').trim() === '') to -= 1;
  return { from: startOf(found), to };
}

function withCommentsAbove(lines: readonly string[], line: number): number {
  let first = line;
  while (first > 1 && /^\s*#(?!\s*(syntax|escape|check)\s*=)/.test(lines[first - 2] ?? '')) first -= 1;
  return first;
}
