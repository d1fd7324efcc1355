import type { Cluster } from '../cluster/cluster.ts';
import { goneLimit } from '../limits.ts';

/** Waits for namespaces to be gone, which takes the cluster some seconds after their deletion; gives those that stay. */
export async function namespacesLeft(cluster: Cluster | undefined, names: readonly string[]): Promise<string[]> {
  if (cluster === undefined) return [];
  const deadline = performance.now() + goneLimit;
  for (;;) {
    const { body } = await cluster.api.ask('/api/v1/namespaces');
    const there = new Set(
      (JSON.parse(body) as { items: { metadata: { name: string } }[] }).items.map((item) => item.metadata.name),
    );
    const left = names.filter((name) => there.has(name));
    if (left.length === 0 || performance.now() > deadline) return left;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
