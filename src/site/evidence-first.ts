import type { AstroIntegration } from 'astro';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { renderPretty } from '../lib/diagnostics/render.ts';
import { ContentError } from './content-error.ts';
import { evidenceProblems, isRefused } from './evidence.ts';
import { siteRoot } from './root.ts';

/**
 * Ends a build before its first page when any example's evidence does not hold, and names them all at once.
 * It also tells the pages whether this is a build: problems of content end one whatever NODE_ENV says.
 */
export function evidenceFirst(): AstroIntegration {
  return {
    name: 'evidence-first',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        updateConfig({ vite: { define: { 'import.meta.env.SITE_BUILDING': JSON.stringify(command === 'build') } } });
      },
      'astro:build:start': async ({ logger }) => {
        const examples = join(siteRoot, 'examples');
        const entries = await readdir(examples, { withFileTypes: true }).catch(() => []);
        const ids = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
        const problems = (await Promise.all(ids.map((id) => evidenceProblems(id)))).flat();
        if (isRefused(problems)) throw new ContentError(problems);
        if (problems.length > 0) logger.warn(renderPretty(problems, false));
      },
    },
  };
}
