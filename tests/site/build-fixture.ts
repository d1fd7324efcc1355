import { execFile, type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

const project = resolve(import.meta.dirname, '../..');
const astro = join(project, 'node_modules/astro/bin/astro.mjs');

/** A copy of the fixture site that a test may spoil. */
export interface FixtureSite {
  /** A whole project, of which content/ and examples/ are the fixture's. */
  readonly root: string;
  /** Where a build of it goes. */
  readonly out: string;
  /** Replaces a text in one of its files; the text must be there. */
  replace(file: string, text: string, by: string): Promise<void>;
  build(): Promise<{ readonly exitCode: number; readonly output: string }>;
  /** Starts the development server; it ends with `remove`. */
  serve(port: number): Promise<string>;
  remove(): Promise<void>;
}

/** Copies the site's own code, with the fixture's content and examples, to a folder of its own: nothing is shared with a build elsewhere. */
export async function fixtureSite(): Promise<FixtureSite> {
  // Inside the project, because Astro takes packages from elsewhere for files of the site.
  await mkdir(join(project, '.cache'), { recursive: true });
  const folder = await mkdtemp(join(project, '.cache/site-'));
  const [root, out] = [join(folder, 'root'), join(folder, 'dist')];
  for (const part of ['src', 'public', 'astro.config.mjs', 'tsconfig.json', 'package.json'])
    await cp(join(project, part), join(root, part), { recursive: true });
  await cp(join(project, 'tests/fixtures/site'), root, { recursive: true, dereference: true });
  // Vitest's own variables (NODE_ENV, PROD, MODE …) would reach the site: it gets a clean world.
  const env = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    NO_COLOR: '1',
    ASTRO_TELEMETRY_DISABLED: '1',
    SITE_OUT: out,
  };
  const servers: ChildProcess[] = [];
  return {
    root,
    out,
    async replace(file, text, by) {
      const before = await readFile(join(root, file), 'utf8');
      if (!before.includes(text)) throw new Error(`${file} does not hold "${text}"`);
      await writeFile(join(root, file), before.replace(text, by));
    },
    build: () =>
      new Promise((done) => {
        execFile(process.execPath, [astro, 'build'], { cwd: root, env, maxBuffer: 1e8 }, (error, stdout, stderr) =>
          done({ exitCode: error === null ? 0 : 1, output: stdout + stderr }),
        );
      }),
    serve(port) {
      const server = spawn(process.execPath, [astro, 'dev', '--ignore-lock', '--port', String(port)], {
        cwd: root,
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      servers.push(server);
      return new Promise((ready, failed) => {
        let output = '';
        const hear = (chunk: Buffer) => {
          output += String(chunk);
          const address = /Local\s+(http:\/\/localhost:\d+)/.exec(output)?.[1];
          if (address !== undefined) ready(address);
        };
        server.stdout.on('data', hear);
        server.stderr.on('data', hear);
        server.once('exit', () => failed(new Error(`astro dev ended:\n${output}`)));
      });
    },
    async remove() {
      await Promise.all(servers.map(end));
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGTERM');
  await ended;
}

/** The built pages: address → HTML. */
export async function readPages(out: string): Promise<Map<string, string>> {
  const files = (await readdir(out, { recursive: true })).filter((file) => file.endsWith('.html'));
  const pages = await Promise.all(
    files.map(
      async (file) => [`/${file.replace(/index\.html$/, '')}`, await readFile(join(out, file), 'utf8')] as const,
    ),
  );
  return new Map(pages);
}
