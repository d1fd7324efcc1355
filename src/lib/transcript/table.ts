import { plain } from './marks.ts';

/** Columns of text under a header line, as Go's tabwriter lays them out. */
export interface Table {
  /** Index of the header among the lines, and of the first line after the last row. */
  readonly from: number;
  readonly to: number;
  readonly indent: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly layout: Layout | undefined;
}

/** How wide columns are: at least `min`, and `gap` more than their widest cell; some are flush right under their header. */
export interface Layout {
  readonly min: number;
  readonly gap: number;
  readonly separator: '' | '\t';
  readonly right: readonly string[];
}

const right = ['DISK USAGE', 'CONTENT SIZE'];

/** How kubectl lays out its tables. */
export const kubectlLayout: Layout = { min: 6, gap: 3, separator: '', right: [] };

const layouts: readonly Layout[] = [
  { min: 10, gap: 3, separator: '', right },
  { min: 6, gap: 3, separator: '', right: [] },
  { min: 8, gap: 3, separator: '', right: [] },
  { min: 0, gap: 3, separator: '', right },
  { min: 0, gap: 2, separator: '', right: [] },
  { min: 20, gap: 1, separator: '', right: [] },
  { min: 0, gap: 4, separator: '', right: [] },
  { min: 0, gap: 0, separator: '\t', right: [] },
];

const width = (text: string): number => [...plain(text)].length;

/** Lays cells out in columns, without blanks at the ends of lines. */
export function layOut(rows: readonly (readonly string[])[], layout: Layout, indent: string): string[] {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) => {
    const widest = Math.max(...rows.map((row) => width(row[column] ?? '')));
    return Math.max(layout.min, widest + layout.gap);
  });
  const header = rows[0] ?? [];
  return rows.map((row) => {
    const cells = row.map((cell, column) => {
      const missing = widths[column]! - layout.gap - width(cell);
      const pad = ' '.repeat(Math.max(0, missing));
      const flushRight = layout.right.includes(plain(header[column] ?? ''));
      const padded = flushRight ? pad + cell : cell + pad;
      return column === row.length - 1
        ? flushRight
          ? padded
          : cell
        : padded + (layout.separator || ' '.repeat(layout.gap));
    });
    return (indent + cells.join('')).replace(/[ \t]+$/u, '');
  });
}

function readHeader(line: string, isHeader: (cells: readonly string[]) => boolean) {
  const indent = /^\s*/u.exec(line)![0];
  const tabs = line.includes('\t');
  const cells: string[] = [];
  const starts: number[] = [];
  const pattern = tabs ? /[^\t]+/gu : /\S+(?: \S+)*/gu;
  for (const match of line.matchAll(pattern)) {
    cells.push(match[0].trimEnd());
    starts.push(match.index);
  }
  return cells.length >= 2 && isHeader(cells) ? { indent, tabs, cells, starts } : undefined;
}

function readRow(
  line: string,
  header: { tabs: boolean; starts: readonly number[]; cells: readonly string[] },
): string[] | undefined {
  if (line.trim() === '') return undefined;
  if (header.tabs) {
    const cells = line.split('\t').map((cell) => cell.trim());
    return cells.length === header.cells.length ? cells : undefined;
  }
  const characters = [...line];
  const cells: string[] = [];
  for (const [column, start] of header.starts.entries()) {
    if (column > 0 && characters.length >= start && characters[start - 1] !== ' ') return undefined;
    cells.push(
      characters
        .slice(start, header.starts[column + 1])
        .join('')
        .trim(),
    );
  }
  const firstEmpty = cells[0] === '' && header.starts[0] === 0;
  return firstEmpty || characters.slice(0, header.starts[0]).join('').trim() !== '' ? undefined : cells;
}

/** Finds the tables among the lines whose header satisfies a condition. */
export function findTables(
  lines: readonly string[],
  isHeader: (cells: readonly string[]) => boolean,
  usual?: Layout,
): Table[] {
  const tables: Table[] = [];
  for (let from = 0; from < lines.length; from++) {
    const header = readHeader(lines[from]!, isHeader);
    if (!header) continue;
    const rows: string[][] = [];
    let to = from + 1;
    for (; to < lines.length; to++) {
      const row = readRow(lines[to]!, header);
      if (!row || isHeader(row)) break;
      rows.push(row);
    }
    const raw = lines
      .slice(from, to)
      .map((line) => (header.tabs ? line.replace(/[ ]+(?=\t|$)/gu, '') : line).trimEnd());
    // More than one layout may give what came; then it is the program's usual one.
    const layout = [...(usual ? [usual] : []), ...layouts].find((one) => {
      if ((one.separator === '\t') !== header.tabs) return false;
      const again = layOut([header.cells, ...rows], one, header.indent);
      return again.every(
        (line, index) => line === raw[index] || (header.tabs && line.replace(/[ ]+(?=\t|$)/gu, '') === raw[index]),
      );
    });
    tables.push({ from, to, indent: header.indent, header: header.cells, rows, layout });
    from = to - 1;
  }
  return tables;
}
