import { connect } from 'node:net';

/** Gives those of the ports that something on this machine listens on. */
export async function portsInUse(ports: readonly number[]): Promise<number[]> {
  const used = await Promise.all(ports.map(async (port) => ({ port, used: await answers(port) })));
  return used.filter((one) => one.used).map((one) => one.port);
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.setTimeout(1_000, () => end(false));
  });
