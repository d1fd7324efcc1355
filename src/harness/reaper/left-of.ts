import { access } from 'node:fs/promises';
import { dirname } from 'node:path';
import { nodeState } from '../cluster/node-state.ts';
import { docker } from '../engine/docker.ts';
import { execute } from '../engine/exec.ts';
import { goneLimit } from '../limits.ts';
import type { Ledger } from './ledger.ts';

/** Lists what of all that a ledger names is still there after its removal, as words for a message: `volume db-data`. */
export async function leftOf(ledger: Ledger): Promise<string[]> {
  const left: string[] = [];
  const kinds = {
    container: ledger.containers,
    volume: ledger.volumes,
    network: ledger.networks,
    image: ledger.images,
  };
  for (const [kind, names] of Object.entries(kinds)) {
    if (names.length === 0) continue;
    // Of those that are not there it only complains.
    const { stdout } = await docker([
      kind,
      'inspect',
      '--format',
      kind === 'image' ? '{{.Id}}' : '{{.Name}}',
      ...names,
    ]);
    for (const name of new Set(stdout.split('\n').filter((line) => line !== '')))
      left.push(`${kind} ${name.replace(/^\//, '')}`);
  }
  if (ledger.nodeBefore !== undefined) {
    const before = new Set(ledger.nodeBefore);
    for (const what of await nodeState()) if (!before.has(what)) left.push(`${what} on the node`);
  }
  if (ledger.kubeconfig !== undefined) left.push(...(await objectsOfCluster(ledger.kubeconfig, ledger)));
  const temporary = dirname(ledger.workdir);
  if (
    await access(temporary).then(
      () => true,
      () => false,
    )
  )
    left.push(`folder ${temporary}`);
  return left;
}

/** A namespace takes the cluster some seconds to delete; a cluster that is gone holds nothing. */
async function objectsOfCluster(kubeconfig: string, ledger: Ledger): Promise<string[]> {
  const names = [...(ledger.namespace === undefined ? [] : [`namespace/${ledger.namespace}`]), ...ledger.clusterScoped];
  const left: string[] = [];
  for (const name of names) {
    const { exitCode, output } = await execute(
      ['kubectl', '--kubeconfig', kubeconfig, 'wait', name, '--for=delete', `--timeout=${goneLimit / 1000}s`],
      { env: process.env, within: goneLimit + 10_000 },
    );
    if (exitCode !== 0 && /timed out/.test(output)) left.push(name);
  }
  return left;
}
