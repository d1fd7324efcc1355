import { satteri } from '@astrojs/markdown-satteri';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { allLocales, locales, sourceLocale } from './src/lib/locale/locales.ts';
import { evidenceFirst } from './src/site/evidence-first.ts';
import { freshWhileWriting } from './src/site/dev/fresh-while-writing.ts';
import { authoringComponents } from './src/site/markdown/authoring-components.ts';
import { headingIds } from './src/site/markdown/heading-ids.ts';
import { placedComponents } from './src/site/markdown/placed-components.ts';
import { tableCorners } from './src/site/markdown/table-corners.ts';
import { searchIndex } from './src/site/search/search-index.ts';
import { sidebar } from './src/site/sidebar.ts';

// A site that is built elsewhere, as tests do, shares no cache with this folder's own.
const ownCache = process.env.SITE_OUT === undefined ? undefined : `${process.env.SITE_OUT}-cache`;

export default defineConfig({
  site: process.env.SITE_URL,
  outDir: process.env.SITE_OUT ?? './dist',
  cacheDir: ownCache,
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  prefetch: false,
  markdown: { processor: satteri({ mdastPlugins: [placedComponents], hastPlugins: [headingIds, tableCorners] }) },
  vite: {
    ...(ownCache === undefined ? {} : { cacheDir: `${ownCache}/vite` }),
    plugins: [authoringComponents()],
    // The theme was written for js-yaml 4, which it brings along: left outside the bundle it would meet this project's version 5.
    environments: {
      prerender: { resolve: { noExternal: ['js-yaml'] } },
      ssr: { resolve: { noExternal: ['js-yaml'] } },
    },
    build: { rolldownOptions: { checks: { moduleLevelDirective: false } } },
  },
  integrations: [
    starlight({
      title: Object.fromEntries(allLocales.map((locale) => [locales[locale].lang, locales[locale].siteTitle])),
      locales: Object.fromEntries(
        allLocales.map((locale) => [locale, { label: locales[locale].name, lang: locales[locale].lang }]),
      ),
      defaultLocale: sourceLocale,
      sidebar: await sidebar(),
      pagefind: false,
      disable404Route: true,
      credits: false,
      favicon: '/favicon.svg',
      markdown: { headingLinks: false },
      expressiveCode: {
        themes: ['github-dark-default', 'github-light-default'],
        useStarlightUiThemeColors: true,
        styleOverrides: { borderRadius: '0.6rem', codeLineHeight: '1.55' },
      },
      customCss: ['./src/styles/theme.css', './src/styles/prose.css'],
      routeMiddleware: './src/site/route-data.ts',
      components: {
        Head: './src/components/overrides/Head.astro',
        Search: './src/components/overrides/Search.astro',
        LanguageSelect: './src/components/overrides/LanguageSelect.astro',
        FallbackContentNotice: './src/components/overrides/FallbackContentNotice.astro',
      },
    }),
    // The theme makes a map of the site, which needs the site's address: without one it is told that somebody else does.
    ...(process.env.SITE_URL === undefined ? [{ name: '@astrojs/sitemap', hooks: {} }] : []),
    evidenceFirst(),
    freshWhileWriting(),
    searchIndex(),
  ],
});
