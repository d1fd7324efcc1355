import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { Blocked } from '../../src/harness/blocked.ts';

const chromiumPath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** The running site that is tested. */
export const siteUrl = (process.env['SITE_URL'] ?? '').replace(/\/$/, '');

export interface Visit {
  /** A page of its own, with what it complained of. */
  open(
    path: string,
    options?: BrowserContextOptions,
  ): Promise<{ page: Page; context: BrowserContext; complaints: string[]; strangers: string[] }>;
}

/** Starts Chromium for a test file. Without it, or without a site to look at, the tests are blocked: they fail, and say so. */
export function visiting(): Visit {
  let browser: Browser | undefined;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    await requireSite();
    if (!existsSync(chromiumPath))
      throw new Blocked(`blocked: there is no Chromium at ${chromiumPath}`, 'set CHROMIUM to the path of one');
    browser = await chromium.launch({
      executablePath: chromiumPath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
  });
  afterAll(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    await browser?.close();
  });
  return {
    async open(path, options = {}) {
      const context = await (browser as Browser).newContext({
        locale: 'en-US',
        viewport: { width: 1280, height: 900 },
        ...options,
      });
      contexts.push(context);
      const page = await context.newPage();
      const complaints: string[] = [];
      const strangers: string[] = [];
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on(
        'request',
        (request) =>
          !request.url().startsWith(`${siteUrl}/`) &&
          !request.url().startsWith('data:') &&
          strangers.push(request.url()),
      );
      await page.goto(siteUrl + path, { waitUntil: 'networkidle' });
      return { page, context, complaints, strangers };
    },
  };
}

/** Ends a test file as blocked where no site answers. */
export async function requireSite(): Promise<void> {
  if (siteUrl === '')
    throw new Blocked(
      'blocked: SITE_URL names no running site',
      'run the image and set SITE_URL=http://localhost:8080',
    );
  const answer = await fetch(siteUrl, { redirect: 'manual' }).catch(() => undefined);
  if (answer === undefined)
    throw new Blocked(`blocked: nothing answers at ${siteUrl}`, 'docker run --rm -p 8080:8080 f2c-site');
}

/** Where a language's start page leads to. */
export interface Landmarks {
  readonly start: string;
  readonly chapters: readonly string[];
  /** The first chapter, and the first example. */
  readonly chapter: string;
  readonly example: string;
  readonly examples: string;
  readonly missing: string;
}

/** Finds the chapters and examples of a site by its links, as a reader does. */
export async function landmarks(locale: string): Promise<Landmarks> {
  const linksOf = async (path: string) => {
    const html = await (await fetch(siteUrl + path)).text();
    return [...new Set([...html.matchAll(/href="(\/[^"#]+)"/g)].map(([, href = '']) => href))];
  };
  const places = { start: `/${locale}/`, examples: `/${locale}/examples/`, missing: `/${locale}/no-such-page/` };
  const chapters = (await linksOf(places.start)).filter(
    (href) => /^\/\w+\/[\w-]+\/$/.test(href) && !/\/(examples|glossary|404)\/$/.test(href),
  );
  const [chapter] = chapters;
  const example = (await linksOf(places.examples)).find((href) => /\/examples\/[\w-]+\/$/.test(href));
  if (chapter === undefined || example === undefined)
    throw new Error(`/${locale}/ leads to no chapter, or to no example`);
  return { ...places, chapters, chapter, example };
}
