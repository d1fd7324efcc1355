import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../diagnostics/diagnostic.ts';
import { parseYaml } from '../diagnostics/yaml.ts';
import type { Locale } from '../locale/locales.ts';
import { glossarySchema, wordingSchema, type Glossary, type Wording } from './schema.ts';

export const glossaryPath = 'content/glossary.yaml';

/** Reads the glossary of the project in a folder. */
export function loadGlossary(root: string): Result<Glossary> {
  const text = read(root, glossaryPath);
  if (text !== undefined) return parseYaml(glossaryPath, text, glossarySchema);
  const message = 'this file is missing';
  return {
    ok: false,
    diagnostics: [
      {
        path: glossaryPath,
        line: 1,
        column: 1,
        severity: 'error',
        code: 'glossary/missing',
        message,
        fix: `write ${glossaryPath}`,
      },
    ],
  };
}

export const wordingPath = (locale: Locale): string => `content/${locale}/wording.yaml`;

/** Reads the words that a language's writers avoid; none where the language has no such file. */
export function loadWording(root: string, locale: Locale): Result<Wording> {
  const text = read(root, wordingPath(locale));
  return text === undefined ? { ok: true, value: [] } : parseYaml(wordingPath(locale), text, wordingSchema);
}

function read(root: string, path: string): string | undefined {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return undefined;
  }
}
