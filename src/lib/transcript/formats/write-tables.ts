import type { Context } from '../context.ts';
import { plain, tableLine, varies } from '../marks.ts';
import { compare } from '../order.ts';
import { anywhere } from './anywhere.ts';
import { findTables, layOut, type Layout, type Table } from '../table.ts';

/** A row of a table while it is written anew. */
export interface Row {
  /** The cell as it came; undefined where the table has no such column. */
  get(column: string): string | undefined;
  /** The cell as it is shown. */
  shown(column: string): string;
}

export interface Rules {
  readonly isHeader: (cells: readonly string[]) => boolean;
  /** The layout that the program uses, where what came does not tell. */
  readonly layout?: Layout;
  /** Writes one cell. */
  readonly write: (column: string, cell: string, row: Row, context: Context) => string;
  /** A key that hangs on nothing random, by which rows take their stand-ins in turn; the table's order when not given. */
  readonly turn?: (row: Row, header: readonly string[]) => string;
  /** Looks at all rows in their turns before any of them is written. */
  readonly begin?: (rows: readonly Row[]) => void;
  /** Brings the written rows into a defined order; they stay as they came when not given. */
  readonly order?: (rows: readonly Row[], header: readonly string[]) => readonly Row[];
  /** Whether the row is shown. */
  readonly keep?: (row: Row) => boolean;
  /** Marks a laid-out line of a row as a whole. */
  readonly line?: (line: string, row: Row, context: Context) => string;
}

/** Writes tables anew, cell by cell, and lays them out again. */
export function writeTables(lines: readonly string[], context: Context, rules: Rules): string[] {
  const result: string[] = [];
  let end = 0;
  for (const table of findTables(lines, rules.isHeader, rules.layout)) {
    result.push(...lines.slice(end, table.from), ...writeTable(table, context, rules));
    end = table.to;
  }
  return [...result, ...lines.slice(end)];
}

function writeTable(table: Table, context: Context, rules: Rules): string[] {
  const rows = table.rows.map((cells) => openRow(cells, table.header)).filter((row) => rules.keep?.(row) ?? true);
  const turns = new Map(rows.map((row) => [row, rules.turn?.(row, table.header) ?? '']));
  const inTurn = [...rows].sort((a, b) => compare(turns.get(a)!, turns.get(b)!));
  rules.begin?.(inTurn);
  for (const row of inTurn) {
    for (const [column, name] of table.header.entries())
      row.written.set(name, rules.write(name, row.cells[column] ?? '', row, context));
  }
  const ordered = (rules.order?.(rows, table.header) ?? rows) as readonly OpenRow[];
  // What says itself what it is takes its stand-in in the shown order, before the columns are measured.
  for (const { written } of ordered)
    for (const [name, cell] of written) written.set(name, anywhere([cell], context)[0]!);
  const cells = [table.header, ...ordered.map((row) => table.header.map((name) => row.written.get(name) ?? ''))];
  const laidOut = layOut(
    cells,
    table.layout ?? rules.layout ?? { min: 0, gap: 3, separator: '', right: [] },
    table.indent,
  ).map((line, index) => (index > 0 && rules.line ? rules.line(line, ordered[index - 1]!, context) : line));
  return laidOut.some(varies) ? laidOut.map(tableLine) : laidOut;
}

interface OpenRow extends Row {
  readonly cells: readonly string[];
  readonly written: Map<string, string>;
}

function openRow(cells: readonly string[], header: readonly string[]): OpenRow {
  const written = new Map<string, string>();
  return {
    cells,
    written,
    get: (column) => (header.includes(column) ? cells[header.indexOf(column)] : undefined),
    shown: (column) => plain(written.get(column) ?? ''),
  };
}

/** Sorts rows by a text. */
export const sortRows = (rows: readonly Row[], key: (row: Row) => string): Row[] =>
  [...rows].sort((a, b) => compare(key(a), key(b)));
