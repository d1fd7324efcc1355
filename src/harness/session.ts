import { cp, mkdir, mkdtemp, readFile, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Example } from '../lib/example/load.ts';
import type { Transcript, TranscriptEntry } from '../lib/transcript/schema.ts';
import { createNormaliser, type Normaliser } from '../lib/transcript/normalise.ts';
import { openProxy, type EngineProxy, type Made } from './engine/proxy.ts';
import { exampleEnvironment, linkCliPlugins } from './engine/environment.ts';
import type { Background } from './engine/exec.ts';
import { makeNamespace, type Cluster } from './cluster/cluster.ts';
import { clusterName } from './cluster/kind.ts';
import { Journal } from './journal/journal.ts';
import { keepLedger, type Ledger } from './reaper/ledger.ts';
import { reaperOfThisProcess } from './reaper/start.ts';
import { copyProject } from './engine/project-copy.ts';

/** One run of one example: its folder, its terminal, what it has recorded so far. */
export interface Session {
  readonly example: Example;
  readonly workdir: string;
  readonly home: string;
  readonly env: NodeJS.ProcessEnv;
  readonly cluster: (Cluster & { readonly namespace: string; readonly journal: Journal }) | undefined;
  readonly background: Map<
    string,
    {
      readonly process: Background;
      readonly transcript: string | undefined;
      readonly entry: TranscriptEntry | undefined;
    }
  >;
  readonly transcripts: Map<string, TranscriptEntry[]>;
  readonly normaliser: Normaliser;
  /** Ids of the images that its builds made, of which a later build may have taken the name. */
  readonly imageIds: Set<string>;
  /** What its commands have made on the engine, in order. */
  readonly made: Made[];
  readonly proxy: EngineProxy;
  ledger: Ledger;
  assertions: number;
}

export interface SessionWorld {
  readonly dockerHost: string;
  readonly cluster: Cluster | undefined;
}

/** Lays out a fresh folder, home and namespace for an example, and writes down what the run may make before it makes it. */
export async function openSession(
  example: Example,
  world: SessionWorld,
  nodeBefore: ReadonlySet<string> | undefined,
): Promise<Session> {
  const temporary = await realpath(await mkdtemp(join(tmpdir(), 'f2c-')));
  const home = join(temporary, 'home');
  const workdir = join(temporary, example.id);
  const kubeconfig = join(home, '.kube', 'config');
  const namespace = `f2c-${example.id}-${temporary
    .slice(-6)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, 'x')}`;
  const made: Made[] = [];
  const opened: { session?: Session } = {};
  const proxy = await openProxy(world.dockerHost, join(temporary, 'docker.sock'), (one) => {
    made.push(one);
    const { session } = opened;
    if (session !== undefined) noteInLedger(session, { [`${one.kind}s`]: [...session.ledger[`${one.kind}s`], one.id] });
  });
  const env = exampleEnvironment(home, {
    DOCKER_HOST: proxy.address,
    ...(world.cluster === undefined ? {} : { KUBECONFIG: kubeconfig }),
  });
  const project = example.tier === 'compose' ? { project: example.compose ?? example.id } : {};
  const ledger: Ledger = {
    example: example.id,
    owner: process.pid,
    workdir,
    ...example.docker,
    clusterScoped: example.clusterScoped,
    groups: [],
    reaper: reaperOfThisProcess(),
    ...(nodeBefore === undefined ? {} : { nodeBefore: [...nodeBefore] }),
    ...project,
    ...(world.cluster === undefined ? {} : { namespace, kubeconfig: world.cluster.kubeconfig }),
  };
  keepLedger(ledger);
  await mkdir(join(home, '.kube'), { recursive: true });
  await linkCliPlugins(home);
  if (example.project) await copyProject(workdir, example.id);
  else for (const name of example.files) await cp(join(example.dir, name), join(workdir, name), { recursive: true });
  await mkdir(workdir, { recursive: true });
  if (world.cluster !== undefined) await makeNamespace(world.cluster, namespace, kubeconfig);
  const session: Session = {
    example,
    workdir,
    home,
    env,
    cluster:
      world.cluster === undefined
        ? undefined
        : { ...world.cluster, namespace, journal: await Journal.begin(world.cluster.api, namespace) },
    background: new Map(),
    transcripts: new Map(),
    normaliser: createNormaliser({
      example: example.id,
      workdir,
      home,
      baseImages: example.images,
      texts: await Promise.all(
        ['example.yaml', ...example.files].map((name) => readFile(join(example.dir, name), 'utf8')),
      ),
      own: { ...example.docker, ...project },
      started: new Date(),
      ...(world.cluster === undefined ? {} : { namespace, cluster: clusterName }),
    }),
    made,
    proxy,
    imageIds: new Set(),
    ledger,
    assertions: 0,
  };
  opened.session = session;
  return session;
}

/** What the session has recorded, as the files that go into `transcripts/`, by name. */
export const recorded = (session: Session): Map<string, Transcript> =>
  new Map(
    [...session.transcripts].map(([transcript, entries]) => [
      transcript,
      { example: session.example.id, transcript, entries },
    ]),
  );

/** Adds to what the ledger knows, before it can be needed. */
export function noteInLedger(session: Session, more: Partial<Ledger>): void {
  session.ledger = { ...session.ledger, ...more };
  keepLedger(session.ledger);
}
