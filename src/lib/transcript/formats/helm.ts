import type { Format } from '../context.ts';
import { findTables, layOut } from '../table.ts';
import { anywhere } from './anywhere.ts';
import { dated } from './dated.ts';

const deployed = /^(LAST DEPLOYED|Last Started|Last Completed): /u;

/** Helm's releases: the moment at which a revision was made is the same wherever it is told. */
export const helm: Format = (lines, context) => {
  const call = context.command.call('helm');
  if (!call) return [...lines];
  const name = lines.map((line) => /^NAME: (\S+)$/u.exec(line)?.[1]).find((found) => found !== undefined);
  const revision = lines.map((line) => /^REVISION: (\d+)$/u.exec(line)?.[1]).find((found) => found !== undefined);
  const words = call.words.filter((word) => !word.startsWith('-'));
  const result = [...lines];
  for (const table of findTables(lines, (cells) => cells.includes('REVISION') && cells.includes('UPDATED'))) {
    const rows = table.rows.map((row) => {
      const get = (column: string) => row[table.header.indexOf(column)] ?? '';
      const release = table.header.includes('NAME') ? get('NAME') : (words[0] ?? '');
      return row.map((cell, column) =>
        table.header[column] === 'UPDATED'
          ? dated(cell, context, `${release} ${get('REVISION')}`)
          : anywhere([cell], context)[0]!,
      );
    });
    const laidOut = layOut(
      [table.header, ...rows],
      table.layout ?? { min: 0, gap: 0, separator: '\t', right: [] },
      table.indent,
    );
    result.splice(table.from, table.to - table.from, ...laidOut);
  }
  return result.map((line) => (deployed.test(line) ? dated(line, context, `${name ?? ''} ${revision ?? ''}`) : line));
};
