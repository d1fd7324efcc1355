import { resolve } from 'node:path';

/** The folder that holds content/ and examples/: the project's own, unless SITE_ROOT names another (a test's fixture). */
export const siteRoot = resolve(process.env['SITE_ROOT'] ?? '.');
