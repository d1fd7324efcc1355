import type { Example } from '../lib/example/load.ts';
import type { Step } from '../lib/example/schema.ts';
import { Blocked, StepFailure } from './blocked.ts';
import { pruneInstructionsOf } from './engine/build-cache.ts';
import { portsInUse } from './engine/ports.ts';
import { nodeState } from './cluster/node-state.ts';
import { objectsLeft } from './cluster/objects-left.ts';
import { goneLimit } from './limits.ts';
import { leftOf } from './reaper/left-of.ts';
import { dropLedger } from './reaper/ledger.ts';
import { inTheWay, leftovers } from './reaper/leftovers.ts';
import { reap } from './reaper/reap.ts';
import { openSession, type Session, type SessionWorld } from './session.ts';
import { doStep } from './steps/index.ts';

/**
 * One run of one example, told step by step: `open`, each step, each cleanup step, `checkNothingLeft`, and `close` whatever happened.
 * The suite calls these as tests, so that each has its line in the report.
 */
export class ExampleRun {
  readonly example: Example;
  session: Session | undefined;
  /** Set by the first step that failed: those after it are not reached. */
  broken: string | undefined;
  readonly #world: SessionWorld;

  constructor(example: Example, world: SessionWorld) {
    this.example = example;
    this.#world = world;
  }

  /** Makes sure that nothing is in the way, and lays out what the run needs. */
  async open(): Promise<void> {
    const taken = await inTheWay(this.example);
    if (taken.length > 0)
      throw new Blocked(
        `there is already a ${taken.join(', ')}, which ${this.example.id} did not make`,
        'remove or rename it: the example needs the name',
      );
    const ports = await portsInUse(this.example.ports);
    if (ports.length > 0)
      throw new Blocked(
        `port ${ports.join(', ')} of this machine is in use, and ${this.example.id} needs it`,
        `stop what listens there: ss -ltnp 'sport = :${ports[0]}'`,
      );
    await pruneInstructionsOf(this.example);
    const nodeBefore = this.#world.cluster === undefined ? undefined : await nodeState();
    try {
      this.session = await openSession(this.example, this.#world, nodeBefore);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      throw new Blocked(
        `no space left on this machine for the working folder of ${this.example.id}`,
        'free some, or point TMPDIR to a folder with room',
        { cause: error },
      );
    }
  }

  /** Does one step; remembers that it failed. */
  async step(step: Step, signal: AbortSignal): Promise<void> {
    try {
      await doStep(step, this.#opened(), signal);
    } catch (error) {
      this.broken ??= error instanceof Error ? error.message : String(error);
      throw error;
    }
  }

  /** Holds what is there after the cleanup steps against what was there before the first: containers, volumes, networks, objects of the namespace. */
  async checkNothingLeft(): Promise<void> {
    const session = this.#opened();
    for (const [line, { process }] of session.background) {
      if (!process.running())
        throw new StepFailure(`"${line}" should have gone on running, and ended:\n${process.output()}`);
      await process.interrupt();
    }
    session.background.clear();
    const deadline = performance.now() + goneLimit;
    for (;;) {
      const left = [
        ...(await leftovers(session.made, this.example)),
        ...(session.cluster === undefined ? [] : objectsLeft(session.cluster.journal)),
      ];
      if (left.length === 0) return;
      // What is on its way out needs a moment; what nobody has removed stays until the deadline.
      if (
        performance.now() > deadline ||
        (session.cluster === undefined && performance.now() > deadline - goneLimit + 5_000)
      )
        throw new StepFailure(`the cleanup leaves behind: ${left.join(', ')}`);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }

  /** Removes all that the run made, also after a failure, and checks that it is gone. */
  async close(): Promise<void> {
    const { session } = this;
    if (session === undefined) return;
    try {
      for (const { process } of session.background.values()) if (process.running()) await process.interrupt();
      await session.cluster?.journal.close();
    } finally {
      await reap({ ...session.ledger, groups: [] });
      session.proxy.close();
      await pruneInstructionsOf(this.example);
    }
    // The namespace is given its time at the end of the lane: the next example need not wait for it.
    const { kubeconfig: _, ...here } = session.ledger;
    const left = await leftOf(here);
    if (left.length > 0) throw new StepFailure(`these could not be removed: ${left.join(', ')}`);
    await dropLedger(this.example.id);
  }

  #opened(): Session {
    if (this.session === undefined) throw new Error('the run has not been opened');
    return this.session;
  }
}
