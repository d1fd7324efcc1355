import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Result } from '../lib/diagnostics/diagnostic.ts';
import { parseYaml } from '../lib/diagnostics/yaml.ts';
import { siteRoot } from './root.ts';

/** Reads `content/…yaml` against its schema; a file that is not there is a problem like any other, unless it may be absent. */
export async function readYamlFile<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  absent?: z.output<Schema>,
): Promise<Result<z.output<Schema>>> {
  const text = await readFile(join(siteRoot, path), 'utf8').catch(() => undefined);
  if (text !== undefined) return parseYaml(path, text, schema);
  if (absent !== undefined) return { ok: true, value: absent };
  const problem = {
    path,
    line: 1,
    column: 1,
    severity: 'error',
    code: 'site/no-file',
    message: 'this file is missing',
    fix: `write ${path}`,
  } as const;
  return { ok: false, diagnostics: [problem] };
}
