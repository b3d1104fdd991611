import { connect, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { APP_ROLE } from '../kernel/database/connections.js';

/** A statement as it went over the wire. */
export interface SentStatement {
  readonly sql: string;
}

/**
 * Stands between the application and PostgreSQL and notes every statement that is really sent: BEGIN, COMMIT and the
 * district's scope included. Only the application's role is noted; jobs, health and migrations have other roles.
 * Message formats: https://www.postgresql.org/docs/current/protocol-message-formats.html
 */
export class Wire {
  readonly sent: SentStatement[] = [];
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(readonly target: URL) {
    this.#server = createServer((client) => this.#bridge(client));
  }

  static async before(databaseUrl: string): Promise<Wire> {
    const wire = new Wire(new URL(databaseUrl));
    await new Promise<void>((resolve) => wire.#server.listen(0, '127.0.0.1', resolve));
    return wire;
  }

  /** The database's address through this proxy. */
  get url(): string {
    const url = new URL(this.target);
    url.hostname = '127.0.0.1';
    url.port = String((this.#server.address() as AddressInfo).port);
    return url.href;
  }

  /** What the application sends while `work` runs. Nothing else may run at the same time. */
  async statements(work: () => Promise<unknown>): Promise<string[]> {
    const from = this.sent.length;
    await work();
    return this.sent.slice(from).map(({ sql }) => sql);
  }

  /** How many statements the application sends while `work` runs. */
  async count(work: () => Promise<unknown>): Promise<number> {
    return (await this.statements(work)).length;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #bridge(client: Socket): void {
    const database = connect(Number(this.target.port || 5432), this.target.hostname);
    const reader = new FrontendReader((sql) => this.sent.push({ sql }));
    client.on('data', (bytes) => reader.read(bytes as Buffer));
    client.pipe(database);
    database.pipe(client);
    for (const [socket, other] of [
      [client, database],
      [database, client],
    ] as const) {
      this.#sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        this.#sockets.delete(socket);
        other.destroy();
      });
    }
  }
}

/** Reads the messages of one connection and tells what is executed. */
class FrontendReader {
  #pending = Buffer.alloc(0);
  #started = false;
  #watched = false;
  readonly #statements = new Map<string, string>();
  readonly #portals = new Map<string, string>();

  constructor(readonly onStatement: (sql: string) => void) {}

  read(bytes: Buffer): void {
    this.#pending = Buffer.concat([this.#pending, bytes]);
    while (this.#next());
  }

  #next(): boolean {
    const header = this.#started ? 5 : 4;
    if (this.#pending.length < header) return false;
    const length = this.#pending.readInt32BE(header - 4) + header - 4;
    if (this.#pending.length < length) return false;
    const type = this.#started ? String.fromCharCode(this.#pending[0]!) : 'start';
    const body = this.#pending.subarray(header, length);
    if (type === 'start') this.#start(body);
    else if (this.#watched) this.#message(type, body);
    this.#pending = this.#pending.subarray(length);
    return true;
  }

  #start(body: Buffer): void {
    // Anything but protocol 3 is a request for encryption or a cancellation, and start-up is still to come.
    if (body.readInt16BE(0) !== 3) return;
    this.#started = true;
    const words = body.subarray(4).toString('utf8').split('\0');
    this.#watched = words[words.indexOf('user') + 1] === APP_ROLE;
  }

  #message(type: string, body: Buffer): void {
    const [first, second] = strings(body);
    if (type === 'Q') this.onStatement(first);
    else if (type === 'P') this.#statements.set(first, second);
    else if (type === 'B') this.#portals.set(first, this.#statements.get(second) ?? '(prepared)');
    else if (type === 'E') this.onStatement(this.#portals.get(first) ?? '(portal)');
  }
}

/** The first two zero-terminated strings of a message; binary rest is left alone. */
function strings(body: Buffer): [string, string] {
  const end = body.indexOf(0);
  const secondEnd = body.indexOf(0, end + 1);
  return [body.toString('utf8', 0, end), secondEnd < 0 ? '' : body.toString('utf8', end + 1, secondEnd)];
}
