import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { allLocales } from '../src/lib/locale/locales.ts';
import { securityPolicy } from '../src/site/serving/security-policy.ts';

/** `node nginx/render.ts dist`: prints the server's configuration for a build. */
const [site = 'dist'] = process.argv.slice(2);
const template = await readFile(fileURLToPath(new URL('site.conf', import.meta.url)), 'utf8');
process.stdout.write(
  template
    .replaceAll('@languages@', allLocales.join('|'))
    .replace('@lower@', allLocales.map((locale) => `    ~*^${locale}$ ${locale};`).join('\n'))
    .replace('@policy@', await securityPolicy(resolve(site))),
);
