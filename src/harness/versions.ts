import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { parseYaml } from '../lib/diagnostics/yaml.ts';
import { renderPretty } from '../lib/diagnostics/render.ts';
import type { Tier } from '../lib/example/schema.ts';
import { execute, CannotStart } from './engine/exec.ts';
import { projectRoot } from './project-root.ts';

const version = z.string().regex(/^\d+\.\d+\.\d+$/);

const versionsSchema = z.strictObject({
  docker: version,
  buildx: version,
  compose: version,
  kind: version,
  kubernetes: version,
  kubectl: version,
  helm: version,
  nodeImage: z.string(),
});

/** `examples/versions.yaml`: the versions that every output on the site comes from. */
export type Versions = z.infer<typeof versionsSchema>;
export type Tool = Exclude<keyof Versions, 'nodeImage'>;

/** Reads `examples/versions.yaml`. */
export async function readVersions(): Promise<Versions> {
  const path = 'examples/versions.yaml';
  const parsed = parseYaml(path, await readFile(join(projectRoot, path), 'utf8'), versionsSchema);
  if (!parsed.ok) throw new Error(renderPretty(parsed.diagnostics, false));
  return parsed.value;
}

const commands: Record<Exclude<Tool, 'kubernetes'>, readonly string[]> = {
  docker: ['docker', 'version', '--format', '{{.Server.Version}}'],
  buildx: ['docker', 'buildx', 'version'],
  compose: ['docker', 'compose', 'version', '--short'],
  kind: ['kind', 'version', '--quiet'],
  kubectl: ['kubectl', 'version', '--client'],
  helm: ['helm', 'version', '--short'],
};

/** Which tools show in the outputs of an example of a tier. */
export const toolsOf = (tier: Tier): readonly Tool[] =>
  ({
    build: ['docker', 'buildx'],
    run: ['docker', 'buildx'],
    compose: ['docker', 'buildx', 'compose'],
    cluster: ['docker', 'buildx', 'kind', 'kubernetes', 'kubectl'],
    helm: ['docker', 'buildx', 'kind', 'kubernetes', 'kubectl', 'helm'],
  })[tier] as readonly Tool[];

/** Tells whether a tool is the stated one. A build from source may know its minor version only; then that must fit. */
export const isStated = (found: string, stated: string): boolean => found === stated || stated.startsWith(`${found}.`);

/** Asks the tools on this machine for their versions; a tool that is not there has none. Kubernetes’ comes from the node image. */
export async function installedVersions(nodeImage: string): Promise<Partial<Record<Tool, string>>> {
  const entries = await Promise.all(
    Object.entries(commands).map(async ([tool, argv]) => {
      const ended = await execute(argv, { env: process.env, apart: true, within: 60_000 }).catch((error: unknown) => {
        if (error instanceof CannotStart) return undefined;
        throw error;
      });
      return [tool, /\d+\.\d+(\.\d+)?/.exec(ended?.stdout ?? '')?.[0]] as const;
    }),
  );
  const found = Object.fromEntries(entries.filter(([, found]) => found !== undefined)) as Partial<Record<Tool, string>>;
  const kubernetes = /:v(\d+\.\d+\.\d+)/.exec(nodeImage)?.[1];
  return kubernetes === undefined ? found : { ...found, kubernetes };
}
