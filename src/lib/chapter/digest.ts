import { createHash } from 'node:crypto';
import type { Outline, Section } from './outline.ts';
import { introId } from './outline.ts';
import type { FrontMatter } from './schema.ts';

/**
 * The digest of each section of an English chapter, by id, in the order of the page. White space and comments do not count,
 * so that a paragraph may be wrapped anew; title and description count into the introduction.
 */
export function sectionDigests(outline: Outline, frontMatter: FrontMatter): ReadonlyMap<string, string> {
  return new Map(
    outline.sections.map((section) => [section.id, digestOf(sectionSource(outline, section, frontMatter))]),
  );
}

/** What a section's digest is taken of. */
export function sectionSource(outline: Outline, section: Section, frontMatter: FrontMatter): string {
  const source = outline.text.slice(section.start, section.end);
  const head = section.id === introId ? `${frontMatter.title}\n\n${frontMatter.description}\n\n` : '';
  return `${head}${source}`.replaceAll(/\{\/\*[\s\S]*?\*\/\}/g, '').trim();
}

const digestOf = (source: string): string =>
  createHash('sha256').update(source.replaceAll(/\s+/g, ' ')).digest('hex').slice(0, 12);
