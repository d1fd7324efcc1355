import type { MdastNode } from 'satteri';
import { isProse } from './components.ts';
import { frontMatterBlock } from './front-matter.ts';
import { readOpeningTag } from './opening-tag.ts';
import type { Outline } from './outline.ts';

/** Stands for each character of code: a thing in the sentence, but no word. */
export const codeMask = '\uFFFC';
/** Stands for each character of markup: nothing that a reader sees. */
export const markupMask = '\u2060';

/**
 * The chapter's prose at its own places: a text as long as the source in which everything that is not prose is masked.
 * Checks of language search it, and every match has the offset that it has in the file.
 */
export function proseOf(outline: Outline): string {
  const { text } = outline;
  const out = text.replaceAll(/[^\n]/g, markupMask).split('');
  const show = (start: number, end: number) => {
    for (let at = start; at < end; at += 1) out[at] = text[at] ?? '';
  };
  for (const [start, end] of frontMatterProse(text)) show(start, end);
  const visit = (node: MdastNode): void => {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? start;
    if (node.type === 'text') show(start, end);
    if (node.type === 'inlineCode' || node.type === 'code')
      for (let at = start; at < end; at += 1) if (text[at] !== '\n') out[at] = codeMask;
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement')
      for (const attribute of readOpeningTag(text, start))
        if (attribute.value !== undefined && isProse(node.name ?? '', attribute.name))
          show(attribute.valueStart, attribute.valueStart + attribute.value.length);
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(outline.root);
  return out.join('');
}

/** Where title and description stand in the front matter, without the quotes around them. */
function frontMatterProse(text: string): [number, number][] {
  const block = frontMatterBlock(text);
  if (block === undefined) return [];
  return [...block.yaml.matchAll(/^(?:title|description):[ \t]*(.*)$/gm)].map((match) => {
    const value = /^(["']?)(.*?)\1[ \t]*$/.exec(match[1] ?? '');
    const start = block.start + match.index + match[0].length - (match[1]?.length ?? 0) + (value?.[1]?.length ?? 0);
    return [start, start + (value?.[2]?.length ?? 0)];
  });
}

/** The number of words that a reader of the prose reads. */
export const countWords = (prose: string): number => prose.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
