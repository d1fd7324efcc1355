import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '../is-alive.ts';
import type { Lane } from './plan.ts';

const folder = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'from-container-to-cluster');
const pathOf = (lane: Lane): string => join(folder, `${lane}.lock`);

/**
 * Lets one run at a time have a lane of this machine, its Docker names, ports and cluster; waits for others to end. A run that needs
 * both lanes takes both at once or none, so that it never keeps one idle.
 * @returns the function that lets the next one in
 */
export async function takeLocks(lanes: readonly Lane[], tell: (what: string) => void): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  for (let told = false; ; told = true) {
    const taken: Lane[] = [];
    for (const lane of lanes) if (await take(lane)) taken.push(lane);
    const release = async () => {
      for (const lane of taken) await rm(pathOf(lane), { force: true });
    };
    if (taken.length === lanes.length) return release;
    await release();
    if (!told) tell(`another run has ${lanes.filter((lane) => !taken.includes(lane)).join(' and ')}: waiting for it`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

async function take(lane: Lane): Promise<boolean> {
  try {
    const file = await open(pathOf(lane), 'wx');
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const owner = Number(await readFile(pathOf(lane), 'utf8').catch(() => '0'));
  // A run that was killed has left its lock behind: the next try takes it.
  if (owner > 0 && !isAlive(owner)) await rm(pathOf(lane), { force: true });
  return false;
}
