import { parse } from 'yaml';

interface ComposeFile {
  readonly services?: Record<string, { readonly depends_on?: readonly string[] | Record<string, unknown> } | null>;
}

/** How deep each service of the Compose files among the texts stands: 0 where it depends on none, else one more than what it depends on. */
export function readDepths(texts: readonly string[]): ReadonlyMap<string, number> {
  const needs = new Map<string, readonly string[]>();
  for (const text of texts) {
    if (!/^services:/mu.test(text)) continue;
    for (const [service, body] of Object.entries(read(text).services ?? {})) {
      const on = body?.depends_on ?? [];
      needs.set(service, [...(needs.get(service) ?? []), ...(Array.isArray(on) ? on : Object.keys(on))]);
    }
  }
  const depths = new Map<string, number>();
  const depth = (service: string, path: readonly string[]): number => {
    if (path.includes(service)) return 0;
    const below = (needs.get(service) ?? []).map((other) => depth(other, [...path, service]) + 1);
    return Math.max(0, ...below);
  };
  for (const service of needs.keys()) depths.set(service, depth(service, []));
  return depths;
}

// A file that is broken on purpose orders nothing.
function read(text: string): ComposeFile {
  try {
    const file: unknown = parse(text);
    return typeof file === 'object' && file !== null ? (file as ComposeFile) : {};
  } catch {
    return {};
  }
}

/** The service whose container this is: `visits-web-1` is one of `web`. */
export const serviceOf = (container: string, services: ReadonlyMap<string, unknown>): string =>
  [...services.keys()]
    .filter((service) => new RegExp(`-${service.replaceAll('.', '\\.')}-\\d+$`, 'u').test(container))
    .sort((a, b) => b.length - a.length)[0] ?? '';
