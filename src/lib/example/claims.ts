import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { copySources } from '../dockerfile/copy-sources.ts';
import type { Example } from './load.ts';
import { roughWords } from './command-line.ts';
import type { Step } from './schema.ts';

/** Collects the example's files that at least one of its steps uses, directly or through a Dockerfile, a Compose file or a folder that it names. */
export async function claimedFiles(example: Example): Promise<Set<string>> {
  const claimed = new Set<string>();
  const claim = (name: string): boolean => example.files.includes(name) && Boolean(claimed.add(name));
  const claimFolder = (folder: string): void => {
    for (const name of example.files) if (folder === '.' || name.startsWith(`${folder}/`)) claimed.add(name);
  };
  for (const step of [...example.steps, ...example.cleanup]) {
    const line = lineOf(step);
    if ('edit' in step) claim(step.edit.file);
    if (line === undefined) continue;
    const base = inFolder(step);
    // In a copy of the whole project, the example's own files lie where they always do.
    const inProject = (word: string) => (example.project ? word.replace(`examples/${example.id}/`, '') : word);
    const words = roughWords(line).map((word) => posix.normalize(posix.join(base, inProject(word))));
    const build = /\bdocker\s+(buildx\s+|image\s+)?build\b/.test(line);
    const compose = /\bdocker\s+compose\b/.test(line);
    if (build) await claimBuild(example, line, base, claim, claimFolder);
    if (compose) await claimCompose(example, base, claim, claimFolder);
    for (const word of words) {
      const path = word.replace(/:.*$/, '').replace(/^\.\//, '').replace(/\/$/, '');
      if (claim(path)) continue;
      if (!build && !compose && path !== '.' && example.files.some((name) => name.startsWith(`${path}/`)))
        claimFolder(path);
      if (!build && !compose && path === '.' && /\s\.(\s|$|:)|\$PWD|\$\(pwd\)/.test(line)) claimFolder(base);
    }
    if (!build && !compose && /"?\$(PWD|\{PWD\}|\(pwd\))"?(:|\/)/.test(line)) claimFolder(base === '.' ? '.' : base);
  }
  return claimed;
}

type Claim = (name: string) => boolean;
type ClaimFolder = (folder: string) => void;

function lineOf(step: Step): string | undefined {
  if ('run' in step) return step.run;
  if ('fails' in step && 'run' in step.fails) return step.fails.run;
  return undefined;
}

function inFolder(step: Step): string {
  const folder = 'run' in step ? step.in : 'fails' in step && 'run' in step.fails ? step.fails.in : undefined;
  return folder === undefined ? '.' : posix.normalize(folder);
}

/** A build uses its Dockerfile, the ignore file beside it, and what the Dockerfile copies. */
async function claimBuild(
  example: Example,
  line: string,
  base: string,
  claim: Claim,
  claimFolder: ClaimFolder,
): Promise<void> {
  const words = line.split(/\s+/);
  const option = words.findIndex((word) => word === '-f' || word === '--file');
  const context = posix
    .normalize(posix.join(base, words.filter((word) => !word.startsWith('-')).at(-1) ?? '.'))
    .replace(/\/$/, '');
  const named = option === -1 ? /--file=(\S+)/.exec(line)?.[1] : words[option + 1];
  const dockerfile = named === undefined ? posix.join(context, 'Dockerfile') : posix.join(base, named);
  await claimDockerfile(example, dockerfile, context, claim, claimFolder);
}

async function claimDockerfile(
  example: Example,
  dockerfile: string,
  context: string,
  claim: Claim,
  claimFolder: ClaimFolder,
): Promise<void> {
  if (!claim(posix.normalize(dockerfile))) return;
  claim(posix.normalize(`${dockerfile}.dockerignore`));
  claim(posix.join(context, '.dockerignore'));
  const text = await readFile(join(example.dir, dockerfile), 'utf8');
  for (const source of copySources(text)) {
    const path = posix.normalize(posix.join(context, source)).replace(/\/$/, '');
    if (path === '.' || path === context) claimFolder(context);
    else if (path.includes('*')) {
      const pattern = new RegExp(
        `^${path
          .split('*')
          .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`))
          .join('[^/]*')}$`,
        'u',
      );
      for (const name of example.files) if (pattern.test(name)) claim(name);
    } else if (!claim(path)) claimFolder(path);
  }
}

/** A Compose command uses its file, and the build contexts, mounts and env files that the file names. */
async function claimCompose(example: Example, base: string, claim: Claim, claimFolder: ClaimFolder): Promise<void> {
  for (const name of [
    'compose.yaml',
    'compose.override.yaml',
    ...example.files.filter((file) => /^compose[\w.-]*\.ya?ml$/.test(file)),
  ]) {
    const file = posix.join(base, name);
    if (!claim(file)) continue;
    const text = await readFile(join(example.dir, file), 'utf8');
    const contexts = [...text.matchAll(/^\s*(?:build|context):\s*(\S+)\s*$/gm)].map((match) => match[1] ?? '.');
    for (const context of contexts)
      await claimDockerfile(
        example,
        posix.join(base, context, 'Dockerfile'),
        posix.join(base, context).replace(/\/$/, ''),
        claim,
        claimFolder,
      );
    for (const word of roughWords(text)) {
      const path = posix.normalize(posix.join(base, word.replace(/:.*$/, ''))).replace(/\/$/, '');
      if (word.startsWith('./') && !claim(path) && path !== '.' && !contexts.includes(word)) claimFolder(path);
      else claim(path);
    }
  }
}
