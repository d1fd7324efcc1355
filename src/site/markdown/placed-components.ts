import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MdastPluginEntry } from 'satteri';
import { ContentError } from '../content-error.ts';
import { problemAt } from '../place.ts';
import { siteRoot } from '../root.ts';

/** Tells every component of a chapter where it stands (`at="content/en/pods.mdx:12:1"`), so that its problems can say so. */
export const placedComponents: MdastPluginEntry = ({ fileURL }) => {
  if (fileURL === undefined) return null;
  const path = relative(siteRoot, fileURLToPath(fileURL)).replaceAll('\\', '/');
  const placeOf = (node: Positioned) => `${path}:${node.position?.start.line ?? 1}:${node.position?.start.column ?? 1}`;
  return {
    name: 'placed-components',
    options: { position: true },
    mdxJsxFlowElement: (node) => withPlace(node, placeOf(node)),
    mdxJsxTextElement: (node) => withPlace(node, placeOf(node)),
    containerDirective(node) {
      const fix = 'write <Note>, <Tip> or <Caution>, which speak the page’s language';
      throw new ContentError([
        problemAt(placeOf(node), 'site/directive', `":::${node.name}" is no part of a chapter`, fix),
      ]);
    },
  };
};

interface Positioned {
  readonly position?: { readonly start: { readonly line: number; readonly column: number } } | undefined;
}

/** Components begin with a capital letter; plain elements are left alone. */
function withPlace<Node extends { readonly name: string | null; readonly attributes: readonly object[] }>(
  node: Node,
  place: string,
) {
  if (!/^[A-Z]/.test(node.name ?? '')) return undefined;
  return { ...node, attributes: [...node.attributes, { type: 'mdxJsxAttribute', name: 'at', value: place }] } as never;
}
