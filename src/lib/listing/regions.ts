/** A named part of a file: the lines between `# region name` and `# endregion`, 1-based and inclusive. */
export interface Region {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** What is wrong with a file's region marks. */
export interface RegionProblem {
  readonly line: number;
  readonly message: string;
  readonly fix: string;
}

export interface Regions {
  readonly regions: readonly Region[];
  /** The lines that hold nothing but a mark, and so are never shown. */
  readonly marks: ReadonlySet<number>;
  readonly problems: readonly RegionProblem[];
}

const mark =
  /^\s*(?:#|\/\/|--|;|\/\*|<!--|\{\{-?\s*\/\*)\s*(region|endregion)\b[ \t]*([\w.-]*)\s*(?:\*\/|-->|\*\/\s*-?\}\})?\s*$/;

/** Finds the regions that a file’s comments mark. Regions may lie in one another; each ends with the nearest `endregion`. */
export function findRegions(text: string): Regions {
  const regions: Region[] = [];
  const marks = new Set<number>();
  const problems: RegionProblem[] = [];
  const open: { name: string; line: number }[] = [];
  for (const [index, content] of text.split('\n').entries()) {
    const [, kind, name = ''] = mark.exec(content) ?? [];
    if (kind === undefined) continue;
    const line = index + 1;
    marks.add(line);
    if (kind === 'region') {
      if (name === '') problems.push({ line, message: 'this region has no name', fix: 'write: region <name>' });
      open.push({ name, line });
      continue;
    }
    const start = open.pop();
    if (start === undefined) {
      problems.push({ line, message: 'this endregion ends nothing', fix: 'take the line out' });
      continue;
    }
    if (regions.some((region) => region.name === start.name))
      problems.push({
        line: start.line,
        message: `region "${start.name}" is there twice`,
        fix: 'give one of them another name',
      });
    regions.push({ name: start.name, from: start.line + 1, to: line - 1 });
  }
  for (const { name, line } of open)
    problems.push({
      line,
      message: `region "${name}" has no end`,
      fix: 'write an endregion comment after its last line',
    });
  return { regions, marks, problems };
}
