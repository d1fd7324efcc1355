import type { Example } from '../../lib/example/load.ts';

/** Examples of one lane run one after the other; the two lanes run side by side, because those of the cluster mostly wait. */
export const lanes = ['engine', 'cluster'] as const;
export type Lane = (typeof lanes)[number];

/** The lane that an example runs in. */
export const laneOf = (example: Example): Lane =>
  example.tier === 'cluster' || example.tier === 'helm' ? 'cluster' : 'engine';

/** What one run of the suite is to do: written by `verify`, read by the suite in its own process. */
export interface Plan {
  /** Ids of the examples, in the order in which they run. */
  readonly examples: Readonly<Record<Lane, readonly string[]>>;
  /** Run each twice, and write what came out equal. */
  readonly update: boolean;
  readonly nodeImage: string;
  readonly tools: Readonly<Record<string, string>>;
}

/** The environment variable that holds the plan as JSON. */
export const planVariable = 'F2C_PLAN';

/** Reads the plan that `verify` has handed over. */
export function readPlan(): Plan {
  const text = process.env[planVariable];
  if (text === undefined) throw new Error(`the suite is started by npm run verify, which sets ${planVariable}`);
  return JSON.parse(text) as Plan;
}
