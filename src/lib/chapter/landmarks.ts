import type { MdastNode } from 'satteri';
import { authoringComponents } from './components.ts';
import { readOpeningTag } from './opening-tag.ts';
import type { Outline } from './outline.ts';
import { toText } from './to-text.ts';

/** Something that a translation has in the same place as its source. */
export interface Landmark {
  /** Two landmarks with the same key are the same thing. */
  readonly key: string;
  /** How a message calls it. */
  readonly label: string;
  readonly start: number;
}

/** The headings, components, tables and steps of a chapter in the order of the page: its shape without its words. */
export function landmarksOf({ root, text }: Outline): Landmark[] {
  const landmarks: Landmark[] = [];
  const visit = (node: MdastNode, depth: number): void => {
    const start = node.position?.start.offset ?? 0;
    const add = (key: string, label = key) => landmarks.push({ key: `${depth} ${key}`, label, start });
    let inside = depth;
    if (node.type === 'heading') add('#'.repeat(node.depth), `${'#'.repeat(node.depth)} ${toText(node)}`);
    if (node.type === 'table') add(`a table of ${node.children.length} rows`);
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      if (authoringComponents[node.name ?? '']?.inline) return;
      add(keyOf(node.name ?? '', text, start));
      if (node.name === 'Steps')
        for (const child of node.children)
          if (child.type === 'list') add(`${child.children.length} step${child.children.length === 1 ? '' : 's'}`);
      inside += 1;
    }
    if ('children' in node) for (const child of node.children) visit(child, inside);
  };
  visit(root, 0);
  return landmarks;
}

/** The tag as it stands, without the attributes that are translated. */
function keyOf(name: string, text: string, start: number): string {
  const prose = authoringComponents[name]?.prose ?? [];
  const attributes = readOpeningTag(text, start).map((attribute) =>
    prose.includes(attribute.name) ? `${attribute.name}=…` : `${attribute.name}="${attribute.value ?? ''}"`,
  );
  return `<${[name, ...attributes.toSorted()].join(' ')}>`;
}
