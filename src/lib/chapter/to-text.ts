import type { MdastNode } from 'satteri';

/** The words of a node without its markup: what its reader sees, code included. */
export function toText(node: MdastNode): string {
  if ('children' in node) return node.children.map((child) => toText(child)).join('');
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  return node.type === 'break' ? ' ' : '';
}
