import GithubSlugger from 'github-slugger';
import type { MdastNode } from 'satteri';
import { toText } from './to-text.ts';
import type { Result } from '../diagnostics/diagnostic.ts';
import { frontMatterBlock } from './front-matter.ts';
import { readOpeningTag, type TagAttribute } from './opening-tag.ts';
import { parseMdx } from './parse-mdx.ts';
import { positionsOf, type Position } from './position.ts';

/** A component of a chapter, as it is written there. */
export interface Component {
  readonly name: string;
  readonly attributes: readonly TagAttribute[];
  /** The words inside, without markup. */
  readonly text: string;
  /** The components around it, outermost first. */
  readonly within: readonly string[];
  readonly section: string;
  readonly start: number;
  readonly end: number;
}

/** A heading, or the text before the first one (depth 1), and all up to the next heading. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly depth: number;
  /** A heading inside a component begins a section too, but should not be there. */
  readonly within: readonly string[];
  readonly start: number;
  readonly end: number;
}

export interface Link {
  readonly url: string;
  readonly section: string;
  readonly start: number;
}

/** Something that stands in the Markdown, by its text. */
export interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What a chapter is made of, in the order of the page; all offsets are into `text`. */
export interface Outline {
  readonly path: string;
  readonly text: string;
  readonly root: MdastNode;
  readonly sections: readonly Section[];
  readonly components: readonly Component[];
  readonly links: readonly Link[];
  readonly inlineCode: readonly Piece[];
  readonly fences: readonly Piece[];
  /** Imports, exports, expressions, raw elements and images: nothing that a chapter may hold. */
  readonly foreign: readonly Piece[];
  readonly positionAt: (offset: number) => Position;
}

/** The section before the first heading. */
export const introId = 'intro';

/** Reads what a chapter is made of. Section ids are those that the site gives to English headings. */
export function readOutline(path: string, text: string): Result<Outline> {
  const parsed = parseMdx(path, text);
  if (!parsed.ok) return parsed;
  const bodyStart = frontMatterBlock(text)?.bodyStart ?? 0;
  const slugger = new GithubSlugger();
  const sections: Section[] = [{ id: introId, title: '', depth: 1, within: [], start: bodyStart, end: text.length }];
  const components: Component[] = [];
  const links: Link[] = [];
  const inlineCode: Piece[] = [];
  const fences: Piece[] = [];
  const foreign: Piece[] = [];

  const visit = (node: MdastNode, within: readonly string[]): void => {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? start;
    const section = () => sections.at(-1)?.id ?? introId;
    const piece = (): Piece => ({ text: text.slice(start, end), start, end });
    let inside = within;
    if (node.type === 'heading') {
      const title = toText(node);
      sections.push({ id: slugger.slug(title), title, depth: node.depth, within, start, end: text.length });
    } else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      const name = node.name ?? '';
      if (!/^[A-Z]/.test(name)) foreign.push(piece());
      components.push({
        name,
        attributes: readOpeningTag(text, start),
        text: toText(node),
        within,
        section: section(),
        start,
        end,
      });
      inside = [...within, name];
    } else if (node.type === 'link' || node.type === 'definition')
      links.push({ url: node.url, section: section(), start });
    else if (node.type === 'inlineCode') inlineCode.push({ ...piece(), text: node.value });
    else if (node.type === 'code') fences.push(piece());
    else if (isForeign(node)) foreign.push(piece());
    if ('children' in node) for (const child of node.children) visit(child, inside);
  };
  visit(parsed.value, []);
  return {
    ok: true,
    value: {
      path,
      text,
      root: parsed.value,
      sections: sections.map((section, index) => ({ ...section, end: sections[index + 1]?.start ?? text.length })),
      components,
      links,
      inlineCode,
      fences,
      foreign,
      positionAt: positionsOf(text),
    },
  };
}

/** A comment is an expression too, and the only one that is welcome. */
function isForeign(node: MdastNode): boolean {
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression')
    return !/^\s*\/\*[\s\S]*\*\/\s*$/.test(node.value);
  return node.type === 'mdxjsEsm' || node.type === 'html' || node.type === 'image' || node.type === 'imageReference';
}
