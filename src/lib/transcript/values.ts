import type { Context } from './context.ts';
import { settled } from './marks.ts';

/** Whether a text is an amount of bytes as docker or kubectl writes it. */
export const isSize = (text: string): boolean => /^\d+(?:\.\d+)?(?:[KMGT]i|[kMGT])?B$/u.test(text);

/** Whether the kernel, and not the author, chose the port. */
export const isEphemeralPort = (port: string, context: Context): boolean =>
  /^\d{5}$/u.test(port) && Number(port) >= 32_768 && Number(port) <= 65_535 && !context.authored(port);

/** Replaces the host's ports in docker's way of writing them: `0.0.0.0:32768->80/tcp, [::]:32768->80/tcp`. */
export const hostPorts = (text: string, context: Context): string =>
  text.replace(
    /(?<=^|[\s,])((?:\d+\.\d+\.\d+\.\d+|\[::\]|\[::1\]|localhost):)(\d+)(?=->|$|,|\s)/gu,
    (whole, address: string, port: string) =>
      isEphemeralPort(port, context) ? address + settled(context.standIns.ephemeralPort(port)) : whole,
  );
