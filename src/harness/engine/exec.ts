import { spawn, type ChildProcess } from 'node:child_process';
import { commandLimit, killGrace, outputLimit } from '../limits.ts';

export interface ExecOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly stdin?: string;
  /** Milliseconds. */
  readonly within?: number;
  /** Keep the two streams apart; otherwise one pipe takes both, so that their order is the terminal’s. */
  readonly apart?: boolean;
  readonly signal?: AbortSignal | undefined;
  /** Told the process group as soon as there is one. */
  readonly onSpawn?: (group: number) => void;
}

export interface Ended {
  /** 128 + the signal’s number where a signal ended it, as a shell reports it. */
  readonly exitCode: number;
  readonly output: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly timedOut: boolean;
}

/** A command that could not be started at all. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

/** Runs a command to its end, in a process group of its own that is killed whole when the time is up. Never throws for a non-zero exit. */
export async function execute(argv: readonly string[], options: ExecOptions = {}): Promise<Ended> {
  const child = start(argv, options);
  const collected = collect(child);
  child.stdin?.on('error', () => {}); // a command need not read what it is given
  child.stdin?.end(options.stdin ?? '');
  let timedOut = false;
  const stop = () => stopGroup(child);
  const timer = setTimeout(() => {
    timedOut = true;
    void stop();
  }, options.within ?? commandLimit);
  options.signal?.addEventListener('abort', stop, { once: true });
  try {
    const exitCode = await ended(child);
    return { exitCode, timedOut, ...collected() };
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', stop);
  }
}

/** A command that goes on running, as in the reader’s second terminal. */
export interface Background {
  readonly group: number;
  output(): string;
  running(): boolean;
  /** Ends it as Ctrl-C does, and harder if it does not listen; resolves with its exit code. */
  interrupt(): Promise<number>;
}

/** Starts a command and leaves it running. */
export function startBackground(argv: readonly string[], options: ExecOptions = {}): Background {
  const child = start(argv, options);
  const collected = collect(child);
  child.stdin?.on('error', () => {});
  const exit = ended(child);
  exit.catch(() => {});
  return {
    group: child.pid ?? 0,
    output: () => collected().output,
    running: () => child.exitCode === null && child.signalCode === null,
    interrupt: async () => {
      await stopGroup(child, 'SIGINT');
      return exit;
    },
  };
}

/** Signals the whole group, and kills it where it has not ended after the grace. */
async function stopGroup(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  killGroup(child.pid, signal);
  const kill = setTimeout(() => child.pid !== undefined && killGroup(child.pid, 'SIGKILL'), killGrace);
  await new Promise((resolve) => child.once('close', resolve));
  clearTimeout(kill);
}

/** Signals a process group; one that is gone already is no error. */
export function killGroup(group: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-group, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function start(argv: readonly string[], options: ExecOptions): ChildProcess {
  // `exec` puts the command in bash's place, so the one pipe that both streams share is the only trace of it.
  const [command, ...words] = options.apart === true ? argv : ['bash', '-c', 'exec "$@" 2>&1', 'bash', ...argv];
  const child = spawn(command ?? '', words, {
    cwd: options.cwd,
    env: options.env,
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  if (child.pid !== undefined) options.onSpawn?.(child.pid);
  return child;
}

function collect(child: ChildProcess): () => Pick<Ended, 'output' | 'stdout' | 'stderr'> {
  const text = { output: '', stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8');
    child[name]?.on('data', (chunk: string) => {
      if (text.output.length > outputLimit) return;
      text.output += chunk;
      text[name] += chunk;
    });
  }
  return () => ({ ...text });
}

const signalNumbers: Record<string, number> = {
  SIGHUP: 1,
  SIGINT: 2,
  SIGQUIT: 3,
  SIGKILL: 9,
  SIGTERM: 15,
  SIGSEGV: 11,
  SIGABRT: 6,
};

const ended = (child: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new CannotStart(error.message, { cause: error })));
    child.once('close', (code, signal) => resolve(code ?? 128 + (signalNumbers[signal ?? ''] ?? 0)));
  });
