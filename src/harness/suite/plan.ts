/** What one run of the suite is to do: written by `verify`, read by the suite in its own process. */
export interface Plan {
  /** Ids of the examples, in the order in which they run. */
  readonly examples: readonly string[];
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
