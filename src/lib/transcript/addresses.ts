import type { Context } from './context.ts';
import { settled } from './marks.ts';

const address = /(?<![\d.])(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?![\d]|\.\d)/gu;

/** Replaces the addresses that the cluster or the engine handed out: of Pods, Services and containers, each in its own range. */
export const addresses = (text: string, context: Context): string =>
  text.replace(address, (real, a: string, b: string, c: string, d: string) => {
    if ([a, b, c, d].some((part) => Number(part) > 255) || context.authored(real)) return real;
    if (a === '10' && b === '244') return c === '0' && d === '0' ? real : settled(context.standIns.podAddress(real));
    // Two Services have the same address in every cluster: the API server's and DNS's.
    if (a === '10' && Number(b) >= 96 && Number(b) < 112)
      return /^10\.96\.0\.(?:0|1|10)$/u.test(real) ? real : settled(context.standIns.serviceAddress(real));
    if (a === '172' && Number(b) >= 17 && Number(b) < 32) return settled(context.bridge.standIn(real));
    return real;
  });

/** Whether the API server, and not the author, chose the port of the nodes. */
export const isNodePort = (port: string, context: Context): boolean =>
  /^3\d{4}$/u.test(port) && Number(port) <= 32_767 && !context.authored(port);

/** Orders addresses by their numbers. */
export const byAddress = (a: string, b: string): number => {
  const [x, y] = [a, b].map((text) => text.split(/[.:]/u).map(Number)) as [number[], number[]];
  for (const [index, part] of x.entries()) if (part !== y[index]) return part - (y[index] ?? 0);
  return 0;
};
