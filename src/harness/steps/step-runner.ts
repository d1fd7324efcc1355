import type { Session } from '../session.ts';

/** Does one step. Throws a `StepFailure` for what is not so, and `Blocked` for what the world lacks. */
export type StepRunner<Step> = (step: Step, session: Session, signal: AbortSignal) => Promise<void>;
