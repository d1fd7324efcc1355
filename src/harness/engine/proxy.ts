import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { Blocked } from '../blocked.ts';

/** What an example's commands made on the engine. */
export interface Made {
  readonly kind: 'container' | 'volume' | 'network';
  /** The engine's id; of a volume, its name. */
  readonly id: string;
}

export interface EngineProxy {
  /** For `DOCKER_HOST`. */
  readonly address: string;
  close(): void;
}

/**
 * Stands between an example's commands and the engine, passes everything on as it is, and notes what they make. So what an example has
 * made is known for certain, though others use the same engine meanwhile.
 * @param engine the engine's own address, `unix://…` or `tcp://…`
 * @param path where the proxy's socket goes
 */
export async function openProxy(engine: string, path: string, onMade: (made: Made) => void): Promise<EngineProxy> {
  const target = targetOf(engine);
  const agent = new Agent({ keepAlive: true });
  const server = createServer((incoming, outgoing) => void pass(incoming, outgoing, { ...target, agent }, onMade));
  // A build and a `docker logs --follow` go on as long as they like.
  Object.assign(server, { requestTimeout: 0, headersTimeout: 0, timeout: 0, keepAliveTimeout: 60_000 });
  // `docker run`, `exec` and `build` turn their connection into a stream of their own: from then on it is only bytes.
  server.on('upgrade', (incoming: IncomingMessage, client: Socket, head: Buffer) => {
    const upstream = connect({
      ...('socketPath' in target ? { path: target.socketPath } : target),
      allowHalfOpen: true,
    });
    upstream.write(`${incoming.method} ${incoming.url} HTTP/1.1\r\n${headerLines(incoming.rawHeaders)}\r\n`);
    upstream.write(head);
    client.allowHalfOpen = true;
    upstream.pipe(client);
    client.pipe(upstream);
    for (const [one, other] of [
      [upstream, client],
      [client, upstream],
    ] as const)
      one.once('error', () => other.destroy()).once('close', () => other.destroySoon());
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve));
  return {
    address: `unix://${path}`,
    close: () => {
      server.close();
      server.closeAllConnections();
      agent.destroy();
    },
  };
}

type Target = { readonly socketPath: string } | { readonly host: string; readonly port: number };

function targetOf(engine: string): Target {
  if (engine.startsWith('unix://')) return { socketPath: engine.slice('unix://'.length) };
  const url = engine.startsWith('tcp://') ? new URL(engine) : undefined;
  if (url === undefined)
    throw new Blocked(
      `the engine's address ${engine} is of a kind that examples cannot run on`,
      'use an engine at a unix:// or a tcp:// address',
    );
  return { host: url.hostname, port: Number(url.port || 2375) };
}

function headerLines(raw: readonly string[]): string {
  let lines = '';
  for (let index = 0; index < raw.length; index += 2) lines += `${raw[index]}: ${raw[index + 1]}\r\n`;
  return lines;
}

async function pass(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  target: object,
  onMade: (made: Made) => void,
): Promise<void> {
  const upstream = request({ ...target, method: incoming.method, path: incoming.url, headers: incoming.headers });
  upstream.once('error', (error) =>
    outgoing.headersSent ? outgoing.destroy() : outgoing.writeHead(502).end(JSON.stringify({ message: error.message })),
  );
  outgoing.once('close', () => upstream.destroy());
  incoming.pipe(upstream);
  upstream.once('response', (answer) => {
    const kind =
      answer.statusCode === 201 && incoming.method === 'POST'
        ? /^(?:\/v[\d.]+)?\/(container|volume|network)s\/create(?:\?|$)/.exec(incoming.url ?? '')?.[1]
        : undefined;
    if (kind === undefined) {
      outgoing.writeHead(answer.statusCode ?? 502, answer.statusMessage, answer.rawHeaders);
      // Headers go at once: a client that follows events waits for them, though nothing has happened yet.
      outgoing.flushHeaders();
      answer.pipe(outgoing);
    } else void passMade(kind as Made['kind'], answer, outgoing, target, onMade);
  });
}

/** Reads what was made before the client does, so that nothing can remove it before it is known. */
async function passMade(
  kind: Made['kind'],
  answer: IncomingMessage,
  outgoing: ServerResponse,
  target: object,
  onMade: (made: Made) => void,
): Promise<void> {
  const body = await bodyOf(answer);
  const { Id, Name } = JSON.parse(body) as { Id?: string; Name?: string };
  onMade({ kind, id: (kind === 'volume' ? Name : Id) ?? '' });
  if (kind === 'container') for (const id of await namelessVolumes(Id ?? '', target)) onMade({ kind: 'volume', id });
  outgoing.writeHead(201, answer.statusMessage, answer.rawHeaders).end(body);
}

/** The volumes that the engine made for a container by itself. They outlive a `docker rm` without `--volumes`. */
async function namelessVolumes(container: string, target: object): Promise<string[]> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) =>
    request({ ...target, path: `/containers/${container}/json` }, resolve)
      .once('error', reject)
      .end(),
  );
  const { Mounts = [] } = JSON.parse(await bodyOf(answer)) as { Mounts?: { Type: string; Name?: string }[] };
  return Mounts.flatMap(({ Type, Name }) =>
    Type === 'volume' && /^[0-9a-f]{64}$/.test(Name ?? '') ? [Name ?? ''] : [],
  );
}

async function bodyOf(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
