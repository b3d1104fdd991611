import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** Stands before a database and can fall silent: connections stay open, and nothing passes any more. */
export class BlackHole {
  silent = false;
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;

  private constructor(readonly target: URL) {
    this.#server = createServer((client) => {
      const database = connect(Number(target.port || 5432), target.hostname);
      for (const [from, to] of [
        [client, database],
        [database, client],
      ] as const) {
        this.#sockets.add(from);
        from.on('data', (bytes) => this.silent || to.write(bytes));
        from.on('error', () => to.destroy());
        from.on('close', () => to.destroy());
      }
    });
  }

  static async before(databaseUrl: string): Promise<BlackHole> {
    const hole = new BlackHole(new URL(databaseUrl));
    await new Promise<void>((resolve) => hole.#server.listen(0, '127.0.0.1', resolve));
    return hole;
  }

  /** The database's address through this. */
  get url(): string {
    const url = new URL(this.target);
    url.hostname = '127.0.0.1';
    url.port = String((this.#server.address() as AddressInfo).port);
    return url.href;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
