import { satteriHeadingIdsPlugin } from '@astrojs/markdown-satteri';
import type { HastPluginDefinition, HastPluginEntry } from 'satteri';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isLocale, sourceLocale, type Locale } from '../../lib/locale/locales.ts';
import { ContentError } from '../content-error.ts';
import { problemAt } from '../place.ts';
import { siteRoot } from '../root.ts';

const headings = ['h2', 'h3'];

/**
 * Gives the headings of a translation the ids of the English ones, in order, from the section ids in its front matter,
 * and every heading a link to itself. English headings get theirs from their words.
 */
export const headingIds: HastPluginEntry = ({ fileURL, data }) => {
  if (fileURL === undefined) return null;
  const path = relative(siteRoot, fileURLToPath(fileURL)).replaceAll('\\', '/');
  const locale = path.split('/')[1] ?? '';
  if (!isLocale(locale)) return null;
  const sections = data.astro?.frontmatter['sections'] as Record<string, string> | undefined;
  return [
    ...(locale === sourceLocale ? [] : [pinnedIds(path, locale, sections)]),
    satteriHeadingIdsPlugin(),
    selfLinks,
  ];
};

function pinnedIds(path: string, locale: Locale, sections: Record<string, string> | undefined): HastPluginDefinition {
  const ids = Object.keys(sections ?? {}).filter((id) => id !== 'intro');
  let next = 0;
  return {
    name: 'pinned-heading-ids',
    options: { position: true },
    element: {
      filter: headings,
      visit(node, ctx) {
        const id = ids[next];
        next += 1;
        if (id !== undefined) return ctx.setProperty(node, 'id', id);
        const place = `${path}:${node.position?.start.line ?? 1}:1`;
        const message =
          sections === undefined
            ? 'this translation does not say which sections it translates'
            : `heading ${next} has no section id in the front matter`;
        throw new ContentError([
          problemAt(
            place,
            'site/section-ids',
            message,
            `run: npm run translate -- stamp ${locale} ${path.replace(/^.*\/|\.mdx$/g, '')}`,
          ),
        ]);
      },
    },
  };
}

/** A link on the heading’s own text: no sign to read out, no label to translate. */
const selfLinks: HastPluginDefinition = {
  name: 'heading-self-links',
  element: {
    filter: headings,
    visit(node) {
      const id = node.properties['id'];
      if (typeof id !== 'string') return undefined;
      const link = {
        type: 'element',
        tagName: 'a',
        properties: { href: `#${id}`, className: ['self-link'] },
        children: node.children,
      };
      return { ...node, children: [link] } as never;
    },
  },
};
