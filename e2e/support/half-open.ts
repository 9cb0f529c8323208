import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A switch between browser and product that can die without anybody being told: lines stay open, and nothing comes any more. */
export interface Switch {
  /** The product's address behind the switch. */
  readonly origin: string;
  /** The live streams that stand now fall silent; new lines work. */
  silenceStreams(): void;
  close(): Promise<void>;
}

export async function startSwitch(productOrigin: string): Promise<Switch> {
  const { hostname, port } = new URL(productOrigin);
  const sockets = new Set<Socket>();
  const streams = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    near.on('data', (bytes: Buffer) => {
      if (bytes.subarray(0, 40).toString('latin1').startsWith('GET /api/stream')) streams.add(far);
      far.write(bytes);
    });
    far.pipe(near);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        other.destroy();
        sockets.delete(socket);
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The switch listens nowhere');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    silenceStreams: () => {
      for (const far of streams) {
        far.unpipe();
        far.resume();
      }
      streams.clear();
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
