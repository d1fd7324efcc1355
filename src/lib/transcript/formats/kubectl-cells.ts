import { addresses, byAddress, isNodePort } from '../addresses.ts';
import type { Context } from '../context.ts';
import { formatKubernetesAge, kubernetesAge } from '../durations.ts';
import { kindNamed, kindOfRow } from '../kinds.ts';
import { plain, settled, varying } from '../marks.ts';
import { ageOfRow, writeEventAge, writeRestarts } from '../object-ages.ts';
import { shownObject, writeName } from '../object-names.ts';
import { hasType } from '../types.ts';
import { anywhere } from './anywhere.ts';
import type { Row } from './write-tables.ts';

/** `10.244.0.11:80,10.244.0.10:80`: the order in which an EndpointSlice lists its Pods is nobody's promise. */
export function writeEndpoints(cell: string, context: Context): string {
  const [list = '', more = ''] = cell.split(/(?= \+ \d+ more)/u);
  if (!/^[\d.:]+(?:,[\d.:]+)*$/u.test(list)) return addresses(cell, context);
  const shown = list.split(',').map((address) => plain(addresses(address, context)));
  return settled(shown.sort(byAddress).join(',')) + more;
}

function writePorts(cell: string, context: Context): string {
  return cell.replace(/(?<=^|,)(\d+):(\d+)(?=\/)/gu, (whole, port: string, node: string) =>
    isNodePort(node, context) ? `${port}:${settled(context.standIns.nodePort(node))}` : whole,
  );
}

function writeSeen(cell: string, row: Row, context: Context): string {
  const object = shownObject(row.get('OBJECT') ?? '', context);
  return writeEventAge(cell, object, eventText(row.get('REASON'), row.get('MESSAGE'), context), context);
}

/** What an event says, as it is shown; without how long a pull took. */
export const eventText = (reason = '', message = '', context: Context): string =>
  `${reason}/${plain(anywhere([plain(message)], context)[0]!).replace(/ in \S+ \(.*$/u, '')}`;

/** Writes one cell of kubectl's tables. */
export function writeKubectlCell(column: string, cell: string, row: Row, context: Context): string {
  const age = () => ageOfRow(row.get, context);
  switch (column) {
    case 'NAMESPACE':
      return cell === context.surroundings.namespace ? settled(context.surroundings.example) : cell;
    case 'NAME':
      if (cell === context.surroundings.namespace) return settled(context.surroundings.example);
      return writeName(cell, kindOfRow(row.get), context);
    case 'POD':
      return writeName(cell, 'pod', context);
    case 'OBJECT':
      return writeName(cell, kindNamed(cell) ?? 'other', context);
    case 'AGE':
      return kubernetesAge.test(cell) ? settled(formatKubernetesAge(age())) : cell;
    case 'DURATION':
      return kubernetesAge.test(cell) ? settled(formatKubernetesAge(Math.min(3, age()))) : cell;
    case 'RESTARTS':
      return writeRestarts(cell, age);
    case 'LAST SEEN':
      return writeSeen(cell, row, context);
    case 'ENDPOINTS':
      return writeEndpoints(cell, context);
    case 'PORT(S)':
      return writePorts(cell, context);
    case 'OS-IMAGE':
    case 'KERNEL-VERSION':
      return hasType(cell, 'version') ? varying('version', cell) : cell;
    case 'CONTAINER-RUNTIME':
      return cell.replace(/(?<=^containerd:\/\/)\d+(?:\.\d+)+$/u, (version) => varying('version', version));
    default:
      return cell;
  }
}
