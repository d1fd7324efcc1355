import { parseEvents } from 'js-yaml';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.ts';
import { offsetsByPath, parseYaml, positionOf } from '../diagnostics/yaml.ts';
import { curriculumSchema, type Curriculum } from './schema.ts';

export const curriculumPath = 'content/curriculum.yaml';

/** Reads the curriculum of the project in a folder. */
export function loadCurriculum(root: string): Result<Curriculum> {
  let text: string;
  try {
    text = readFileSync(join(root, curriculumPath), 'utf8');
  } catch {
    return {
      ok: false,
      diagnostics: [
        problem(
          1,
          1,
          'missing',
          'this file is missing',
          `write ${curriculumPath}: it says in which order chapters are read`,
        ),
      ],
    };
  }
  const parsed = parseYaml(curriculumPath, text, curriculumSchema);
  if (!parsed.ok) return parsed;
  const { parts } = parsed.value;
  const offsets = offsetsByPath(parseEvents(text, {}), text);
  const placed = parts.flatMap((part, index) =>
    part.chapters.map((chapter, at) => ({ chapter, ...positionOf(text, offsets, ['parts', index, 'chapters', at]) })),
  );
  const twice = placed.filter(({ chapter }, index) => placed.findIndex((other) => other.chapter === chapter) !== index);
  if (twice.length > 0)
    return {
      ok: false,
      diagnostics: twice.map(({ chapter, line, column }) =>
        problem(line, column, 'chapter-twice', `chapter "${chapter}" comes twice`, 'take one of the two out'),
      ),
    };
  return {
    ok: true,
    value: {
      parts,
      chapters: placed.map(({ chapter }) => chapter),
      lines: new Map(placed.map(({ chapter, line }) => [chapter, line])),
    },
  };
}

const problem = (line: number, column: number, code: string, message: string, fix: string): Diagnostic => ({
  path: curriculumPath,
  line,
  column,
  severity: 'error',
  code: `curriculum/${code}`,
  message,
  fix,
});
