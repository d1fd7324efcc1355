import type { Context } from '../context.ts';
import { isMadeUpName } from '../docker-names.ts';
import { shortReference } from '../images.ts';
import type { Row } from './write-tables.ts';

const builtIn = new Set(['bridge', 'host', 'none']);

/** Whether a row of a list is about something of the example's: an engine has other things too, and a reader's has not these. */
export function isOwn(row: Row, context: Context): boolean {
  const { own } = context.surroundings;
  if (own === undefined) return true;
  const ofProject = (name: string) =>
    own.project !== undefined && (name.startsWith(`${own.project}-`) || name.startsWith(`${own.project}_`));
  const ofImages = (reference: string) =>
    context.images.isBase(reference) || own.images.some((one) => shortReference(one) === shortReference(reference));
  const container = row.get('NAMES');
  if (container !== undefined) {
    const image = row.get('IMAGE');
    return (
      own.containers.includes(container) ||
      ofProject(container) ||
      (isMadeUpName(container) && (image === undefined || isMade(image, ofImages, context)))
    );
  }
  const image = imageOf(row);
  if (image !== undefined) return ofImages(image) || ofProject(image);
  if (row.get('CONFIG FILES') !== undefined) return row.get('NAME') === own.project;
  const volume = row.get('VOLUME NAME');
  if (volume !== undefined)
    return (
      own.volumes.includes(volume) ||
      ofProject(volume) ||
      (/^[0-9a-f]{64}$/u.test(volume) && context.standIns.known(volume) !== undefined)
    );
  if (row.get('NETWORK ID') !== undefined) {
    const network = row.get('NAME') ?? '';
    return builtIn.has(network) || own.networks.includes(network) || ofProject(network);
  }
  return true;
}

/** Containers name their image by its id once the name went to another. */
const isMade = (image: string, ofImages: (reference: string) => boolean, context: Context): boolean =>
  ofImages(image) || (/^[0-9a-f]{12}$/u.test(image) && context.standIns.known(image) !== undefined);

/** The image that a row of `docker images` is about; undefined in any other table. */
function imageOf(row: Row): string | undefined {
  if (row.get('DISK USAGE') !== undefined)
    return row.get('IMAGE')?.startsWith('└') || row.get('IMAGE')?.startsWith('├') ? undefined : row.get('IMAGE');
  const repository = row.get('REPOSITORY');
  if (repository === undefined || row.get('CONTAINER') !== undefined) return undefined;
  const tag = row.get('TAG');
  return tag === undefined || tag === '<none>' ? repository : `${repository}:${tag}`;
}
