import { LineCounter, parseAllDocuments, type Document } from 'yaml';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.ts';

/**
 * Reads the documents of a manifest as kubectl does: YAML 1.1 numbers and booleans (`0644` is 420, `yes` is true), no dates,
 * no key twice. Each complaint has its line and column.
 */
export function parseManifest(path: string, text: string): Result<Document[]> {
  const lineCounter = new LineCounter();
  const documents = parseAllDocuments(text, {
    version: '1.1',
    uniqueKeys: true,
    lineCounter,
    customTags: (tags) => tags.filter((tag) => typeof tag === 'string' || tag.tag !== 'tag:yaml.org,2002:timestamp'),
  });
  if (!Array.isArray(documents)) return { ok: true, value: [] };
  const diagnostics = documents.flatMap((document) =>
    document.errors.map((error): Diagnostic => {
      const { line, col } = lineCounter.linePos(error.pos[0]);
      const message = error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? error.code;
      return {
        path,
        line,
        column: col,
        severity: 'error',
        code: 'manifest/yaml',
        message: `kubectl could not read this: ${message.charAt(0).toLowerCase()}${message.slice(1)}`,
        fix: 'mend the indentation, the quotes or the repeated key at this place',
      };
    }),
  );
  return diagnostics.length === 0 ? { ok: true, value: documents } : { ok: false, diagnostics };
}
