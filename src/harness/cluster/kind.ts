import { Blocked } from '../blocked.ts';
import { CannotStart, execute, type Ended } from '../engine/exec.ts';

/** The kind cluster of the examples. Its name stands in the commands that readers type. */
export const clusterName = 'f2c';

/** Runs kind with these words; blocked where it is not installed. */
export async function kind(words: readonly string[], within: number): Promise<Ended> {
  try {
    return await execute(['kind', ...words], { env: process.env, within });
  } catch (error) {
    if (error instanceof CannotStart)
      throw new Blocked('kind is not on the PATH', 'install kind (the version is in examples/versions.yaml)', {
        cause: error,
      });
    throw error;
  }
}
