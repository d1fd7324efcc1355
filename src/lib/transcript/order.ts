/** Compares by code units, as Go sorts strings. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
