import { ensureCluster, type Cluster } from '../cluster/cluster.ts';
import { loadImages } from '../cluster/node-images.ts';
import { requireDocker } from '../engine/docker.ts';
import { requireImage, type BaseImage } from '../engine/images.ts';
import type { Example } from '../../lib/example/load.ts';
import { imagesForNode } from './images-for-node.ts';
import type { Plan } from './plan.ts';

/** What the examples of one run share: the engine, the cluster once one needs it, the base images. */
export class World {
  readonly #plan: Plan;
  readonly #tell: (what: string) => void;
  #dockerHost: Promise<string> | undefined;
  #cluster: Promise<Cluster> | undefined;
  readonly #images = new Map<string, Promise<BaseImage>>();

  constructor(plan: Plan, tell: (what: string) => void) {
    this.#plan = plan;
    this.#tell = tell;
  }

  /** The engine’s address; `Blocked` where none answers. */
  dockerHost(): Promise<string> {
    return (this.#dockerHost ??= requireDocker());
  }

  /** The cluster, for an example that has one. */
  async clusterFor(example: Example): Promise<Cluster | undefined> {
    if (example.tier !== 'cluster' && example.tier !== 'helm') return undefined;
    await this.dockerHost();
    const cluster = await (this.#cluster ??= ensureCluster(this.#plan.nodeImage, this.#tell));
    await loadImages(await imagesForNode(example), this.#tell);
    return cluster;
  }

  /** The example’s base images, pulled where they were not here. */
  async baseImages(example: Example): Promise<BaseImage[]> {
    await this.dockerHost();
    const found: BaseImage[] = [];
    for (const reference of example.images) {
      if (!this.#images.has(reference)) this.#images.set(reference, requireImage(reference));
      found.push(await (this.#images.get(reference) as Promise<BaseImage>));
    }
    return found;
  }

  /** The cluster, if one was used. */
  async usedCluster(): Promise<Cluster | undefined> {
    return this.#cluster;
  }
}
