import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { siteRoot } from '../root.ts';

const components = fileURLToPath(new URL('../../components/authoring/index.ts', import.meta.url));

/** Gives every chapter the components without an import in it. The lines come last, so that no line number moves. */
export function authoringComponents(): Plugin {
  const content = join(siteRoot, 'content') + sep;
  return {
    name: 'authoring-components',
    enforce: 'pre',
    transform: {
      filter: { id: /\.mdx$/ },
      handler(code, id) {
        if (!id.startsWith(content)) return undefined;
        return `${code}\n\nimport { components } from ${JSON.stringify(components)};\n\nexport { components };\n`;
      },
    },
  };
}
