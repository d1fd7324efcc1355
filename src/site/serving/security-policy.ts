import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Writes the Content-Security-Policy of the built site: nothing from elsewhere, and of inline scripts only those that the
 * build wrote, each by its hash. The search engine is WebAssembly, which needs a word of its own.
 */
export async function securityPolicy(site: string): Promise<string> {
  const files = await readdir(site, { recursive: true });
  const hashes = new Set<string>();
  for (const file of files.filter((name) => name.endsWith('.html')))
    for (const script of inlineScripts(await readFile(join(site, file), 'utf8')))
      hashes.add(`'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  return [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' ${[...hashes].toSorted().join(' ')}`.trimEnd(),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The scripts that stand in a page itself. */
export function inlineScripts(html: string): string[] {
  const scripts = html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g);
  return [...scripts].filter(([, attributes = '']) => !/\ssrc=/.test(attributes)).map(([, , content = '']) => content);
}
