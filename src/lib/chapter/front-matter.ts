import { parseYaml } from '../diagnostics/yaml.ts';
import type { Result } from '../diagnostics/diagnostic.ts';
import { sourceLocale, type Locale } from '../locale/locales.ts';
import { sourceFrontMatter, translationFrontMatter, type FrontMatter } from './schema.ts';

/** The YAML between the two `---` lines at a file's head: its text and where it begins; undefined where there is none. */
export function frontMatterBlock(
  text: string,
): { readonly yaml: string; readonly start: number; readonly bodyStart: number } | undefined {
  const match = /^---\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/.exec(text);
  return match === null ? undefined : { yaml: match[1] ?? '', start: 4, bodyStart: match[0].length };
}

/** Reads a chapter's front matter against its language's schema. */
export function readFrontMatter(path: string, text: string, locale: Locale): Result<FrontMatter> {
  const block = frontMatterBlock(text);
  if (block === undefined) {
    const message = 'this chapter has no front matter';
    const fix = 'begin the file with ---, title:, description: and --- on lines of their own';
    return {
      ok: false,
      diagnostics: [{ path, line: 1, column: 1, severity: 'error', code: 'chapter/no-front-matter', message, fix }],
    };
  }
  // The blank line stands for the opening ---, so that the lines that are reported are the file's.
  return parseYaml(path, `\n${block.yaml}`, locale === sourceLocale ? sourceFrontMatter : translationFrontMatter);
}
