import type { HastPluginDefinition } from 'satteri';

/** The empty corner of a table heads nothing: it is a plain cell to who hears the page. */
export const tableCorners: HastPluginDefinition = {
  name: 'table-corners',
  element: {
    filter: ['th'],
    visit: (node, ctx) => (ctx.textContent(node).trim() === '' ? ({ ...node, tagName: 'td' } as never) : undefined),
  },
};
