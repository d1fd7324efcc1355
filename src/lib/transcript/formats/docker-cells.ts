import type { Context } from '../context.ts';
import { isMadeUpName } from '../docker-names.ts';
import { dockerAge, formatDockerAge, leastSeconds } from '../durations.ts';
import { settled, varying } from '../marks.ts';
import { hostPorts, isSize } from '../values.ts';
import type { Row } from './write-tables.ts';

const id = /^[0-9a-f]{12}$|^[0-9a-f]{64}$/u;
const digest = /^(?:sha256:)?(?:[0-9a-f]{12}|[0-9a-f]{64})$/u;
const percent = /^\d+(?:\.\d+)?%$/u;

const sizes = (cell: string): string =>
  cell.replace(/\d+(?:\.\d+)?(?:[KMGT]i|[kMGT])?B/gu, (size) =>
    isSize(size) && size !== '0B' ? varying('size', size) : size,
  );

function image(row: Row): string {
  const named = row.get('REPOSITORY');
  const reference = named === undefined ? row.get('IMAGE') : `${named}:${row.get('TAG') ?? 'latest'}`;
  return reference ?? '';
}

function imageDigest(cell: string, row: Row, context: Context): string {
  if (!digest.test(cell)) return cell;
  if (context.images.isBase(image(row))) context.images.learnBaseDigest(cell);
  return context.images.isBaseDigest(cell) ? varying('digest', cell) : settled(context.standIns.digest(cell));
}

/** Whether a row of `docker history` came with the base image. */
export function isBaseLayer(row: Row, context: Context): boolean {
  const age = row.get('CREATED BY') === undefined ? undefined : (row.get('CREATED') ?? '').replace(/ ago$/u, '');
  return age !== undefined && dockerAge.test(age) && isOld(age, context);
}

/** Whether an image or a layer is older than the session: then it came with the base image. */
const isOld = (spoken: string, context: Context): boolean => leastSeconds(spoken) > context.elapsed + 2;

function subject(row: Row): string {
  return `container/${row.get('NAMES') ?? row.get('NAME') ?? row.get('CONTAINER ID') ?? ''}`;
}

function created(cell: string, row: Row, context: Context): string {
  const spoken = cell.replace(/ ago$/u, '');
  if (!dockerAge.test(spoken)) return cell;
  if (row.get('COMMAND') === undefined && row.get('CONTAINER') === undefined) {
    if (context.images.isBase(image(row)) || isOld(spoken, context)) return varying('duration', cell);
    return settled(`${formatDockerAge(context.ages.of(`image/${image(row)}`, 'docker'))} ago`);
  }
  return settled(`${formatDockerAge(context.ages.of(subject(row), 'docker'))} ago`);
}

function status(cell: string, row: Row, context: Context): string {
  const match =
    /^(Up|Exited \(\d+\)|Restarting \(\d+\)) (.+?)( ago)?( \((?:healthy|unhealthy|health: starting|Paused)\))?$/u.exec(
      cell,
    );
  if (!match) return cell;
  const [, state = '', spoken = '', ago = '', note = ''] = match;
  if (!dockerAge.test(spoken)) return cell;
  const age = Math.min(context.ages.of(subject(row), 'docker'), context.ages.of(`${subject(row)}/${state}`, 'docker'));
  return settled(`${state} ${formatDockerAge(age)}${ago}${note}`);
}

function containerName(cell: string, context: Context): string {
  return isMadeUpName(cell) && !context.authored(cell) ? settled(context.standIns.dockerName(cell)) : cell;
}

/** Writes one cell of docker's tables. */
export function writeDockerCell(column: string, cell: string, row: Row, context: Context): string {
  switch (column) {
    case 'CONTAINER ID':
    case 'NETWORK ID':
    case 'VOLUME NAME':
      return id.test(cell) && !context.authored(cell) ? settled(context.standIns.id(cell)) : cell;
    case 'IMAGE':
    case 'ID':
    case 'IMAGE ID':
    case 'DIGEST':
      return imageDigest(cell, row, context);
    case 'NAMES':
      return containerName(cell, context);
    case 'NAME':
      return row.get('CONTAINER ID') === undefined ? cell : containerName(cell, context);
    case 'CREATED':
      return created(cell, row, context);
    case 'STATUS':
      return status(cell, row, context);
    case 'PORTS':
      return hostPorts(cell, context);
    case 'MEM USAGE / LIMIT':
    case 'NET I/O':
    case 'BLOCK I/O':
      return cell
        .split(' / ')
        .map((size) => (isSize(size) ? varying('size', size) : size))
        .join(' / ');
    case 'SIZE':
    case 'DISK USAGE':
    case 'CONTENT SIZE':
      return sizes(cell);
    case 'RECLAIMABLE':
      return sizes(cell).replace(/\d+%/u, (share) => varying('percent', share));
    case 'CPU %':
    case 'MEM %':
      return percent.test(cell) ? varying('percent', cell) : cell;
    case 'PIDS':
    case 'TOTAL':
    case 'ACTIVE':
      return /^\d+$/u.test(cell) ? varying('count', cell) : cell;
    case 'EXTRA':
      // Whether somebody else on the machine uses a base image is not this example's doing.
      return cell === 'U' && context.images.isBase(image(row)) ? '' : cell;
    case 'PID':
    case 'PPID':
      // Process 1 is process 1 everywhere, and that is what such a table is shown for.
      return /^\d+$/u.test(cell) && cell !== '1' ? settled(context.standIns.processId(cell)) : cell;
    case 'C':
      return /^\d+$/u.test(cell) ? settled('0') : cell;
    case 'STIME':
      return /^\d\d:\d\d$/u.test(cell) ? settled('10:24') : cell;
    case 'TIME':
      return /^\d\d:\d\d:\d\d$/u.test(cell) ? settled('00:00:00') : cell;
    default:
      return cell;
  }
}
