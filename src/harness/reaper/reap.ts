import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { removeFromNode } from '../cluster/node-state.ts';
import { docker } from '../engine/docker.ts';
import { execute, killGroup } from '../engine/exec.ts';
import type { Ledger } from './ledger.ts';

/** Removes all that a ledger names. What is gone already is no error; what cannot be removed is for `leftOf` to tell. */
export async function reap(ledger: Ledger): Promise<void> {
  for (const group of ledger.groups) killGroup(group, 'SIGKILL');
  if (ledger.kubeconfig !== undefined) await reapCluster(ledger.kubeconfig, ledger);
  if (ledger.project !== undefined) await reapProject(ledger.project);
  if (ledger.containers.length > 0) await docker(['rm', '--force', '--volumes', ...ledger.containers]);
  if (ledger.volumes.length > 0) await docker(['volume', 'rm', '--force', ...ledger.volumes]);
  for (const network of ledger.networks) await docker(['network', 'rm', network]);
  if (ledger.images.length > 0) await docker(['image', 'rm', '--force', ...ledger.images]);
  if (ledger.nodeBefore !== undefined) await removeFromNode(new Set(ledger.nodeBefore));
  // The working folder lies in a temporary one of its own, beside the example's home.
  await rm(dirname(ledger.workdir), { recursive: true, force: true });
}

async function reapCluster(kubeconfig: string, ledger: Ledger): Promise<void> {
  const kubectl = (...words: string[]) =>
    execute(['kubectl', '--kubeconfig', kubeconfig, ...words], { env: process.env, within: 30_000 });
  if (ledger.namespace !== undefined)
    await kubectl('delete', 'namespace', ledger.namespace, '--ignore-not-found', '--wait=false');
  if (ledger.clusterScoped.length > 0)
    await kubectl('delete', ...ledger.clusterScoped, '--ignore-not-found', '--wait=false');
}

async function reapProject(project: string): Promise<void> {
  const filter = ['--filter', `label=com.docker.compose.project=${project}`];
  const remove = async (list: string[], removal: string[]) => {
    const { stdout } = await docker([...list, ...filter]);
    const names = stdout.split('\n').filter((name) => name !== '');
    if (names.length > 0) await docker([...removal, ...names]);
  };
  await remove(['ps', '--all', '--quiet'], ['rm', '--force', '--volumes']);
  await remove(['volume', 'ls', '--quiet'], ['volume', 'rm', '--force']);
  await remove(['network', 'ls', '--quiet'], ['network', 'rm']);
  await remove(['image', 'ls', '--quiet'], ['image', 'rm', '--force']);
}
