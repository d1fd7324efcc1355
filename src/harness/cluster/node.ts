import { docker } from '../engine/docker.ts';
import type { Ended } from '../engine/exec.ts';
import { clusterName } from './kind.ts';

/** The one node of the cluster, which is a container of Docker. */
export const nodeName = `${clusterName}-control-plane`;

/** Runs a command on the node. */
export const onNode = (words: readonly string[], within?: number): Promise<Ended> =>
  docker(['exec', nodeName, ...words], within);

/** Runs `ctr images` among the images that the kubelet sees. */
export const nodeImages = (...words: string[]): Promise<Ended> =>
  onNode(['ctr', '--namespace', 'k8s.io', 'images', ...words], 300_000);
