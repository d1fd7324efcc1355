interface ImportMetaEnv {
  /** Whether the site is being built, and not served to somebody who writes. */
  readonly SITE_BUILDING: boolean;
}
