import { posix } from 'node:path';
import type { Expectation } from '../../lib/example/schema.ts';
import { StepFailure } from '../blocked.ts';
import { docker, dockerLines, inspectImage, type ImageFacts } from '../engine/docker.ts';
import { execute } from '../engine/exec.ts';
import { lacks } from '../cluster/object.ts';
import { noteInLedger, type Session } from '../session.ts';

type ImageExpectation = Extract<Expectation, { image: string }>;

/** Holds an image against what the example says of it: what it declares, how big it is, what is in its file system. */
export async function expectImage(wanted: ImageExpectation, session: Session): Promise<void> {
  const facts = await inspectImage(wanted.image);
  const count = (condition: unknown) => (session.assertions += condition === undefined ? 0 : 1);
  if (wanted.absent === true) {
    count(true);
    if (facts !== undefined) throw new StepFailure(`image ${wanted.image} should be absent, and is there`);
    return;
  }
  if (facts === undefined) throw new StepFailure(`there is no image ${wanted.image}`);
  const fail = (problem: string): never => {
    throw new StepFailure(`image ${wanted.image}: ${problem}`);
  };
  for (const [key, found] of Object.entries(declared(facts))) {
    const want = wanted[key as keyof ReturnType<typeof declared>];
    count(want);
    if (want === undefined) continue;
    const same =
      Array.isArray(want) && key !== 'exposes'
        ? JSON.stringify(found) === JSON.stringify(want)
        : lacks(found, want) === undefined;
    if (!same) fail(`${key} is ${JSON.stringify(found)}, not ${JSON.stringify(want)}`);
  }
  await expectSize(wanted, session, fail);
  if (wanted.layersOnTopOf !== undefined) {
    count(true);
    const base =
      (await inspectImage(wanted.layersOnTopOf.image))?.RootFS.Layers ??
      fail(`there is no image ${wanted.layersOnTopOf.image}`);
    const own = facts.RootFS.Layers ?? [];
    if (base.some((layer, index) => own[index] !== layer))
      fail(`it does not begin with the layers of ${wanted.layersOnTopOf.image}`);
    if (own.length - base.length !== wanted.layersOnTopOf.count)
      fail(
        `${own.length - base.length} layers follow those of ${wanted.layersOnTopOf.image}, not ${wanted.layersOnTopOf.count}`,
      );
  }
  if (wanted.present !== undefined || wanted.missing !== undefined) await expectPaths(wanted, session, fail);
}

const declared = ({ Config }: ImageFacts) => ({
  user: Config.User ?? '',
  entrypoint: [...(Config.Entrypoint ?? [])],
  cmd: [...(Config.Cmd ?? [])],
  workdir: Config.WorkingDir ?? '',
  env: Object.fromEntries(
    (Config.Env ?? []).map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  ),
  exposes: Object.keys(Config.ExposedPorts ?? {}),
  labels: { ...Config.Labels },
});

async function expectSize(wanted: ImageExpectation, session: Session, fail: (problem: string) => never): Promise<void> {
  if (wanted.size === undefined && wanted.smallerThan === undefined) return;
  const size = await diskUsage(wanted.image);
  session.assertions += [wanted.size?.below, wanted.size?.above, wanted.smallerThan].filter(
    (bound) => bound !== undefined,
  ).length;
  if (wanted.size?.below !== undefined && size >= bytes(wanted.size.below))
    fail(`it takes ${size} bytes, not below ${wanted.size.below}`);
  if (wanted.size?.above !== undefined && size <= bytes(wanted.size.above))
    fail(`it takes ${size} bytes, not above ${wanted.size.above}`);
  if (wanted.smallerThan !== undefined) {
    const other = await diskUsage(wanted.smallerThan);
    if (size * (wanted.factor ?? 1) >= other)
      fail(`it takes ${size} bytes, not ${wanted.factor ?? 1} times less than ${wanted.smallerThan} with ${other}`);
  }
}

/** What the image takes unpacked: the DISK USAGE that `docker images` shows, in bytes of its rounded figure. */
async function diskUsage(image: string): Promise<number> {
  const [line] = await dockerLines(['image', 'ls', '--format', '{{.Size}}', image]);
  if (line === undefined) throw new StepFailure(`there is no image ${image}`);
  return bytes(line);
}

/** Turns docker’s `14.2MB` into bytes. */
export function bytes(size: string): number {
  const [, amount, unit] = /^([\d.]+)\s?(B|kB|MB|GB)$/.exec(size) ?? [];
  return Number(amount) * ({ B: 1, kB: 1e3, MB: 1e6, GB: 1e9 }[unit ?? ''] ?? Number.NaN);
}

/** Looks into the image’s file system without starting anything in it: an image without a shell can be asked too. */
async function expectPaths(
  wanted: ImageExpectation,
  session: Session,
  fail: (problem: string) => never,
): Promise<void> {
  const created = await docker(['create', wanted.image, 'never-started']);
  if (created.exitCode !== 0) fail(`no container can be made of it: ${created.stderr}`);
  const container = created.stdout.trim();
  noteInLedger(session, { containers: [...session.ledger.containers, container] });
  try {
    const listed = await execute(
      ['bash', '-c', 'set -o pipefail; docker export "$1" | tar --list --verbose', 'bash', container],
      { env: process.env, apart: true },
    );
    if (listed.exitCode !== 0) fail(`its file system cannot be listed: ${listed.stderr}`);
    const has = fileSystem(listed.stdout);
    session.assertions += (wanted.present?.length ?? 0) + (wanted.missing?.length ?? 0);
    for (const path of wanted.present ?? []) if (!has(path)) fail(`${path} is not in it`);
    for (const path of wanted.missing ?? []) if (has(path)) fail(`${path} is in it`);
  } finally {
    await docker(['rm', '--force', container]);
  }
}

/**
 * Reads `tar --list --verbose` and gives a function that tells whether a path is there, its folders’ symbolic links followed:
 * in a Debian image, /bin/sh lies in /usr/bin.
 */
export function fileSystem(listing: string): (path: string) => boolean {
  const entries = listing
    .split('\n')
    .flatMap((line) => /^(.)\S+ +\S+ +\S+ \S+ \S+ (.+)$/.exec(line)?.slice(1, 3) ?? []);
  const paths = new Set(['/']);
  const links = new Map<string, string>();
  for (let index = 0; index < entries.length; index += 2) {
    const [name = '', target] = (entries[index + 1] ?? '').split(entries[index] === 'l' ? ' -> ' : ' link to ');
    const path = posix.resolve('/', name);
    paths.add(path);
    if (entries[index] === 'l' && target !== undefined) links.set(path, posix.resolve(posix.dirname(path), target));
  }
  return (path) => {
    let here = '/';
    for (const part of path.split('/').filter((name) => name !== '')) {
      here = posix.join(here, part);
      if (!paths.has(here)) return false;
      for (let hops = 0; links.has(here) && hops < 40; hops += 1) here = links.get(here) ?? here;
    }
    return paths.has(here);
  };
}
