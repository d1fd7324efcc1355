import { execFileSync } from 'node:child_process';
import { readFrontMatter } from '../../lib/chapter/front-matter.ts';
import { sectionDigests, sectionSource } from '../../lib/chapter/digest.ts';
import { readOutline } from '../../lib/chapter/outline.ts';
import { sourceLocale } from '../../lib/locale/locales.ts';

/** The texts that an English page had, newest first, read from git as they are asked for; undefined where there is no history. */
export function historyOf(root: string, path: string): Iterable<string> | undefined {
  const git = (...words: string[]) =>
    execFileSync('git', ['-C', root, ...words], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  let commits: string[];
  try {
    commits = git('log', '--format=%H', '--', path).split('\n').filter(Boolean);
  } catch {
    return undefined;
  }
  if (commits.length === 0) return undefined;
  return (function* texts() {
    for (const commit of commits) {
      try {
        yield git('show', `${commit}:./${path}`);
      } catch {
        // This commit deleted the file.
      }
    }
  })();
}

/** Finds the English section that a digest was taken of. */
export function findSection(history: Iterable<string>, path: string, id: string, digest: string): string | undefined {
  for (const text of history) {
    const outline = readOutline(path, text);
    const head = readFrontMatter(path, text, sourceLocale);
    if (!outline.ok || !head.ok || sectionDigests(outline.value, head.value).get(id) !== digest) continue;
    const section = outline.value.sections.find((candidate) => candidate.id === id);
    if (section !== undefined) return sectionSource(outline.value, section, head.value);
  }
  return undefined;
}
