/** The world lacks something that a run needs (Docker, space, a port): never a failure of the example. Holds one fix. */
export class Blocked extends Error {
  override readonly name = 'Blocked';
  readonly fix: string;

  constructor(message: string, fix: string, options?: ErrorOptions) {
    super(message, options);
    this.fix = fix;
  }
}

/** What a step found not to be so. The message says what was wanted and what was there. */
export class StepFailure extends Error {
  override readonly name = 'StepFailure';
}
