import type { Outline, Section } from './outline.ts';
import { frontMatterBlock } from './front-matter.ts';

/** Where a translation's headings part from its source's: the first pair that is not of one level; one of them may be missing. */
export interface Parting {
  readonly source: Section | undefined;
  readonly translation: Section | undefined;
}

/** Finds the first heading of a translation that is not where its source has one; undefined where all are. */
export function findParting(source: Outline, translation: Outline): Parting | undefined {
  const length = Math.max(source.sections.length, translation.sections.length);
  for (let index = 0; index < length; index += 1) {
    const pair = { source: source.sections[index], translation: translation.sections[index] };
    if (pair.source?.depth !== pair.translation?.depth) return pair;
  }
  return undefined;
}

/** Writes the section digests into a translation's front matter, and leaves every other byte as it is. */
export function writeSections(text: string, sections: ReadonlyMap<string, string>): string {
  const block = frontMatterBlock(text);
  if (block === undefined) throw new Error('a text without front matter cannot be stamped');
  const lines = ['sections:', ...[...sections].map(([id, digest]) => `  ${quotedKey(id)}: "${digest}"`), ''].join('\n');
  const written = /^sections:.*\n(?:[ \t]+.*\n)*/m;
  const yaml = written.test(block.yaml) ? block.yaml.replace(written, () => lines) : `${block.yaml}${lines}`;
  return `${text.slice(0, block.start)}${yaml}${text.slice(block.start + block.yaml.length)}`;
}

/** A heading's id is a plain YAML key unless it begins with a sign or reads as another type. */
const quotedKey = (id: string): string =>
  /^(?!(?:null|true|false)$)[a-z][a-z0-9-]*$/.test(id) ? id : JSON.stringify(id);
