import { Blocked } from '../blocked.ts';
import { docker, inspectImage } from './docker.ts';

/** The label of an image that was built in a public image’s place, where that cannot be had. */
const standInLabel = 'lab.stand-in';

export interface BaseImage {
  readonly reference: string;
  readonly id: string;
  readonly standIn: boolean;
}

/** Pulls a public image where it is not here yet, and says what it is. Throws `Blocked` where it cannot be had. */
export async function requireImage(reference: string): Promise<BaseImage> {
  let facts = await inspectImage(reference);
  if (facts === undefined) {
    const { exitCode, stderr } = await docker(['pull', '--quiet', reference], 600_000);
    if (exitCode !== 0)
      throw new Blocked(
        `the image ${reference} cannot be pulled: ${stderr.trim().split('\n').at(-1)}`,
        `try it by hand: docker pull ${reference}`,
      );
    facts = await inspectImage(reference);
  }
  if (facts === undefined) throw new Blocked(`the image ${reference} is gone again`, `docker pull ${reference}`);
  return { reference, id: facts.Id, standIn: facts.Config.Labels?.[standInLabel] === 'true' };
}
