/** Which images the example did not build: what hangs on their content is shown as recorded and compared by type. */
export interface Images {
  isBase(reference: string): boolean;
  /** Whether the digest, or the twelve digits that tables show, was met as a base image's. */
  isBaseDigest(digest: string): boolean;
  learnBaseDigest(digest: string): void;
}

/** The reference without what Docker implies: `docker.io/library/nginx` is `nginx:latest`. */
export function shortReference(reference: string): string {
  const bare = reference.replace(/@sha256:[0-9a-f]+$/u, '').replace(/^(?:index\.)?docker\.io\/(?:library\/)?/u, '');
  return /:[^/]+$/u.test(bare) ? bare : `${bare}:latest`;
}

/** Opens the register of base images. */
export function createImages(references: readonly string[]): Images {
  const base = new Set(references.map(shortReference));
  const repositories = new Set([...base].map((reference) => reference.replace(/:[^/:]+$/u, '')));
  const digests = new Set<string>();
  const start = (digest: string) => digest.replace(/^sha256:/u, '').slice(0, 12);
  return {
    isBase: (reference) =>
      base.has(shortReference(reference)) ||
      // A digest or a bare repository names a base image as well.
      (!/:[^/]+$/u.test(reference.replace(/@.*$/u, '')) &&
        repositories.has(shortReference(reference).replace(/:latest$/u, ''))),
    isBaseDigest: (digest) => digests.has(start(digest)),
    learnBaseDigest: (digest) => void digests.add(start(digest)),
  };
}
