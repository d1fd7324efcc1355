import { Agent, request, type RequestOptions } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { readFile } from 'node:fs/promises';
import { load } from 'js-yaml';

interface Kubeconfig {
  readonly clusters: readonly {
    readonly cluster: { readonly server: string; readonly 'certificate-authority-data': string };
  }[];
  readonly users: readonly {
    readonly user: { readonly 'client-certificate-data': string; readonly 'client-key-data': string };
  }[];
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A connection to an API server as a kubeconfig with client certificates describes it, such as kind writes. */
export class Api {
  readonly #server: string;
  readonly #agent: Agent;

  private constructor(server: string, agent: Agent) {
    this.#server = server;
    this.#agent = agent;
  }

  static async open(kubeconfig: string): Promise<Api> {
    const config = load(await readFile(kubeconfig, 'utf8')) as Kubeconfig;
    const cluster = config.clusters[0]?.cluster;
    const user = config.users[0]?.user;
    if (cluster === undefined || user === undefined) throw new Error(`${kubeconfig} names no cluster or no user`);
    const decode = (base64: string) => Buffer.from(base64, 'base64');
    return new Api(
      cluster.server,
      new Agent({
        ca: decode(cluster['certificate-authority-data']),
        cert: decode(user['client-certificate-data']),
        key: decode(user['client-key-data']),
        keepAlive: true,
      }),
    );
  }

  /** Asks for a path and reads the whole answer, whatever its status. */
  async ask(
    path: string,
    options: { headers?: Record<string, string>; signal?: AbortSignal; within?: number } = {},
  ): Promise<Answer> {
    const response = await this.#open(path, {
      headers: options.headers ?? {},
      signal: AbortSignal.any([
        AbortSignal.timeout(options.within ?? 15_000),
        ...(options.signal ? [options.signal] : []),
      ]),
    });
    let body = '';
    response.setEncoding('utf8');
    for await (const chunk of response) body += chunk;
    return { status: response.statusCode ?? 0, headers: response.headers, body };
  }

  /** Opens a path whose answer goes on, such as a watch, and gives its lines as they come. */
  async *lines(path: string, signal: AbortSignal): AsyncGenerator<string> {
    const response = await this.#open(path, { signal });
    let rest = '';
    response.setEncoding('utf8');
    for await (const chunk of response) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  }

  close(): void {
    this.#agent.destroy();
  }

  #open(path: string, options: RequestOptions): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      request(new URL(path, this.#server), { agent: this.#agent, ...options }, resolve)
        .once('error', reject)
        .end();
    });
  }
}
