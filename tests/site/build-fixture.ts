import { execFile, type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const project = resolve(import.meta.dirname, '../..');
const astro = join(project, 'node_modules/astro/bin/astro.mjs');

/** A copy of the fixture site that a test may spoil. */
export interface FixtureSite {
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

/** Copies the fixture site to a folder of its own. */
export async function fixtureSite(): Promise<FixtureSite> {
  const folder = await mkdtemp(join(tmpdir(), 'f2c-site-'));
  const [root, out] = [join(folder, 'root'), join(folder, 'dist')];
  await cp(join(project, 'tests/fixtures/site'), root, { recursive: true, dereference: true });
  // Vitest's own variables (NODE_ENV, PROD, MODE …) would reach the site: it gets a clean world.
  const env = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    NO_COLOR: '1',
    ASTRO_TELEMETRY_DISABLED: '1',
    SITE_ROOT: root,
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
        execFile(process.execPath, [astro, 'build'], { cwd: project, env, maxBuffer: 1e8 }, (error, stdout, stderr) =>
          done({ exitCode: error === null ? 0 : 1, output: stdout + stderr }),
        );
      }),
    serve(port) {
      const server = spawn(process.execPath, [astro, 'dev', '--ignore-lock', '--port', String(port)], {
        cwd: project,
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
      for (const server of servers) server.kill('SIGTERM');
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
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
