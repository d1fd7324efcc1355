import { defineRouteMiddleware } from '@astrojs/starlight/route-data';

/** Keeps an untranslated page out of the search of the language that it stands in for. */
export const onRequest = defineRouteMiddleware(({ locals }) => {
  const route = locals.starlightRoute;
  if (route.isFallback) route.entry.data.pagefind = false;
});
