import { yamlValues } from '../chapter/yaml-values.ts';

/** Adds a chapter to the end of a part in the text of the curriculum, in the way that the part's list is written; all else stays as it is. */
export function addChapter(text: string, part: number, chapter: string): string {
  const last = yamlValues(text).findLast(
    ({ path }) => path[0] === 'parts' && path[1] === String(part) && path[2] === 'chapters',
  );
  if (last === undefined) return addToEmptyList(text, part, chapter);
  const line = text.slice(text.lastIndexOf('\n', last.start) + 1, last.start);
  const item = /^(\s*)-\s+$/.exec(line);
  const addition = item === null ? `, ${chapter}` : `\n${item[1]}- ${chapter}`;
  return `${text.slice(0, last.end)}${addition}${text.slice(last.end)}`;
}

/** An empty list holds no value to put the chapter behind. */
function addToEmptyList(text: string, part: number, chapter: string): string {
  let at = -1;
  return text.replaceAll(/^(\s*(?:- )?chapters:)(.*)$/gm, (line: string, key: string, rest: string) => {
    at += 1;
    return at === part && /^\s*\[\s*\]/.test(rest) ? `${key} [${chapter}]` : line;
  });
}
