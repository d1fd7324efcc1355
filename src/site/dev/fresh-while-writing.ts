import type { AstroIntegration } from 'astro';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { siteRoot } from '../root.ts';

/** While `npm run dev` runs, shows a saved example, transcript, drawing or word list at once, and a saved curriculum after a restart of its own. */
export function freshWhileWriting(): AstroIntegration {
  const [examples, content] = [join(siteRoot, 'examples') + sep, join(siteRoot, 'content') + sep];
  return {
    name: 'fresh-while-writing',
    hooks: {
      'astro:config:setup': ({ addWatchFile }) => {
        addWatchFile(pathToFileURL(join(content, 'curriculum.yaml')));
      },
      'astro:server:setup': ({ server }) => {
        server.watcher.add([examples, content]);
        server.watcher.on('all', (_, file) => {
          if (file.startsWith(examples) || (file.startsWith(content) && !file.endsWith('.mdx')))
            server.ws.send({ type: 'full-reload' });
        });
      },
    },
  };
}
