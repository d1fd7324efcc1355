import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { securityPolicy } from '../site/serving/security-policy.ts';
import { staticServer } from '../site/serving/static-server.ts';

const help = `npm start

Builds the site and serves it on this machine, on port 4321. Another one: PORT=4322 npm start`;
if (process.argv.includes('--help') || process.argv.includes('-h')) {
  console.log(help);
  process.exit(0);
}

const site = resolve(process.env['SITE_OUT'] ?? 'dist');
const port = Number(process.env['PORT'] ?? 4321);

if (!Number.isInteger(port) || port < 1 || port > 65535) {
  console.error(`"${process.env['PORT']}" is no port.\n  fix   PORT=4321 npm start`);
  process.exit(2);
}

// Nobody shall wait for a build to hear that its port is taken.
await new Promise<void>((free) => {
  const probe = createServer().once('error', portProblem);
  probe.listen(port, () => probe.close(() => free()));
});

const build = spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], { stdio: 'inherit' });
if (build.status !== 0) process.exit(build.status ?? 1);

const server = staticServer(site, await securityPolicy(site));
server.on('error', portProblem);
server.listen(port, () => console.log(`\nThe site is on http://localhost:${port}  (Ctrl-C ends it)`));

function portProblem(error: NodeJS.ErrnoException): never {
  if (error.code !== 'EADDRINUSE') throw error;
  console.error(`Port ${port} is taken by another program.\n  fix   PORT=${port + 1} npm start`);
  process.exit(2);
}
