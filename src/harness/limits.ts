/** How long a command may take that states no limit of its own: three times the slowest cold build on two cores. */
export const commandLimit = 180_000;

/** How long a background command may take to say that it is up. */
export const readyLimit = 20_000;

/** Between SIGTERM and SIGKILL for what overran its limit. */
export const killGrace = 2_000;

/** Between two runs of a command with `until`, and between two tries of a probe with `within`. */
export const pollPause = 250;

/** How long the harness waits for what an example leaves behind to disappear before it calls it left. */
export const goneLimit = 60_000;

/** How long a new cluster may take to be ready. */
export const clusterLimit = 300_000;

/** The most output that is kept of one command, in UTF-16 units. */
export const outputLimit = 2_000_000;

/** Turns `500ms`, `30s` or `2m` into milliseconds. */
export function milliseconds(duration: string): number {
  const [, amount, unit] = /^(\d+)(ms|s|m)$/.exec(duration) ?? [];
  return Number(amount) * ({ ms: 1, s: 1_000, m: 60_000 }[unit ?? ''] ?? Number.NaN);
}
