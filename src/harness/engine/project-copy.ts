import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ownProof } from '../../lib/example/own-proof.ts';
import { projectRoot } from '../project-root.ts';
import { execute } from './exec.ts';

/** Copies the project as a clone of it would be, with the changes that are not committed yet: what git knows or would know, and nothing else. */
export async function copyProject(to: string, besides: string): Promise<void> {
  const listed = await execute(['git', 'ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: projectRoot,
    env: process.env,
    apart: true,
  });
  if (listed.exitCode !== 0) throw new Error(`git ls-files: ${listed.stderr}`);
  // The example’s own evidence is what this run is about to renew: the site is built without it.
  const own = new RegExp(`^examples/${besides}/(receipt\\.json|transcripts/)`);
  for (const name of listed.stdout.split('\0'))
    if (name !== '' && !own.test(name))
      await cp(join(projectRoot, name), join(to, name)).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error; // deleted, and not committed yet
      });
  await writeFile(join(to, ownProof), `${besides}\n`);
}
