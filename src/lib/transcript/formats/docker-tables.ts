import type { Format } from '../context.ts';
import { plain, repeatable, varying } from '../marks.ts';
import { isBaseLayer, writeDockerCell } from './docker-cells.ts';
import { isOwn } from './own.ts';
import { sortRows, writeTables } from './write-tables.ts';

// Every column of docker's and Compose's tables that an example may show.
const headers = new Set(
  (
    'CONTAINER ID|IMAGE|COMMAND|CREATED|STATUS|PORTS|NAMES|NAME|SIZE|LOCAL VOLUMES|MOUNTS|NETWORKS|' +
    'LABELS|STATE|ID|DISK USAGE|CONTENT SIZE|EXTRA|REPOSITORY|TAG|DIGEST|IMAGE ID|CREATED BY|COMMENT|' +
    'VOLUME NAME|DRIVER|NETWORK ID|SCOPE|CPU %|MEM USAGE / LIMIT|MEM %|NET I/O|BLOCK I/O|PIDS|TYPE|TOTAL|' +
    'ACTIVE|RECLAIMABLE|SERVICE|CONFIG FILES|CONTAINER|PLATFORM|UID|PID|PPID|C|STIME|TTY|' +
    'TIME|CMD|#'
  ).split('|'),
);

/** The tables of `docker ps`, `images`, `history`, `volume ls`, `network ls`, `stats`, `top`, `system df` and Compose. */
export const dockerTables: Format = (lines, context) => {
  if (!context.command.calls.some((call) => call.program.startsWith('docker'))) return [...lines];
  return writeTables(lines, context, {
    isHeader: (cells) => cells.every((cell) => headers.has(cell)),
    write: writeDockerCell,
    keep: (row) => isOwn(row, context),
    // A layer of the base image: the whole row is its doing, and how many of them there are.
    line: (line, row, session) => (isBaseLayer(row, session) ? repeatable(varying('layer', plain(line))) : line),
    // Volumes come sorted by name, and a name may be random.
    order: (rows, header) =>
      header.includes('VOLUME NAME') ? sortRows(rows, (row) => row.shown('VOLUME NAME')) : rows,
  });
};
