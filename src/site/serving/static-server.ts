import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { isLocale } from '../../lib/locale/locales.ts';
import { preferredLocale } from './accept-language.ts';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.gz': 'application/gzip',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.xml': 'application/xml',
};

/** Serves a built site as its image does, for a machine without Docker: language by wish, 404 in the address’s language, the same policy. */
export function staticServer(site: string, policy: string): Server {
  return createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(500).end());
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('Content-Security-Policy', policy);
    response.setHeader('Cache-Control', 'no-cache');
    const wished = preferredLocale(request.headers['accept-language']);
    const path = pathOf(request);
    if (path === '/') return void response.writeHead(302, { Location: `/${wished}/`, Vary: 'Accept-Language' }).end();
    const file = path === undefined ? undefined : await fileAt(path);
    if (file === 'folder') return void response.writeHead(301, { Location: `${path}/` }).end();
    if (file !== undefined) return send(response, 200, file);
    const first = path?.split('/')[1] ?? '';
    return send(response, 404, join(site, isLocale(first) ? first : wished, '404/index.html'));
  }

  /** The file of a path; `folder` where only its slash is missing. */
  async function fileAt(path: string): Promise<string | undefined> {
    const file = join(site, path.endsWith('/') ? `${path}index.html` : path);
    const kind = await stat(file).catch(() => undefined);
    if (kind?.isDirectory()) return 'folder';
    return kind?.isFile() ? file : undefined;
  }
}

function pathOf(request: IncomingMessage): string | undefined {
  try {
    return normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)).replaceAll(
      '\\',
      '/',
    );
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, status: number, file: string): void {
  response.writeHead(status, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' });
  createReadStream(file).pipe(response);
}
