import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the project, without a slash at its end. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** The folder of the examples; the harness's own tests point it at theirs. */
export const examplesDir = process.env['EXAMPLES_DIR'] ?? join(projectRoot, 'examples');
