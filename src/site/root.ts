/** The folder that holds content/ and examples/: the project's own, in which Astro is started. */
export const siteRoot = process.cwd();
