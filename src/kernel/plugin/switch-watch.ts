import { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import pg from 'pg';

/** Between two readings of the versions, also after a connection was lost. */
const HEARTBEAT_MS = 400;
/** After this long without a reading that arrived, nothing is believed any more. */
const TRUST_MS = 800;
/** A reading that takes longer will never arrive. */
const PATIENCE_MS = 2_000;
const CHANNEL = 'lianxin_switches';

/**
 * Follows the versions of all districts' switches on a connection of its own: told at once by NOTIFY, and by reading
 * them again and again, which also finds a notification that was lost and a connection that is dead.
 */
export class SwitchWatch {
  #versions = new Map<number, number>();
  readonly #ended = new AbortController();
  #confirmedAt = Number.NEGATIVE_INFINITY;
  #running: Promise<void> | undefined;

  constructor(
    /** Of a role that sees no tenant table. */
    readonly databaseUrl: string,
    readonly log: Pick<FastifyBaseLogger, 'warn'>,
  ) {}

  /** Begins to follow; a second call does nothing. */
  start(): void {
    this.#running ??= this.#run();
  }

  async stop(): Promise<void> {
    this.#ended.abort();
    await this.#running;
  }

  /** The district's version as it was {@link TRUST_MS} ago or later; `undefined` when that cannot be said. */
  version(districtId: number): number | undefined {
    if (performance.now() - this.#confirmedAt > TRUST_MS) return undefined;
    return this.#versions.get(districtId) ?? 0;
  }

  async #run(): Promise<void> {
    while (!this.#ended.signal.aborted) {
      try {
        await this.#follow();
      } catch (error) {
        if (!this.#ended.signal.aborted) this.log.warn({ err: error }, 'lost sight of the switches, looking again');
      }
      await this.#pause();
    }
  }

  /** Ends by throwing, or when asked to. */
  async #follow(): Promise<void> {
    const socket = new Socket();
    const client = new pg.Client({
      connectionString: this.databaseUrl,
      application_name: 'lianxin-switches',
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
      stream: () => socket,
    });
    /** By notifications since the last reading was asked for: it may have seen less. */
    const told = new Map<number, number>();
    // Whatever is lost shows in the next reading.
    client.on('error', () => undefined);
    client.on('notification', ({ payload = '' }) => {
      const [district, version] = payload.split(' ').map(Number);
      told.set(district!, version!);
      this.#learn(district!, version!);
    });
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      while (!this.#ended.signal.aborted) {
        const asked = performance.now();
        told.clear();
        const { rows } = await client.query<{ district: number; version: number }>(
          'select district, version::float8 from switching.switch_versions',
        );
        // In place of what was known: a database that was restored has gone back.
        this.#versions = new Map(rows.map(({ district, version }) => [district, version]));
        for (const [district, version] of told) this.#learn(district, version);
        this.#confirmedAt = asked;
        await this.#pause();
      }
    } finally {
      // A polite end would wait for an answer that a dead connection never gives.
      socket.destroy();
    }
  }

  #learn(district: number, version: number): void {
    this.#versions.set(district, Math.max(version, this.#versions.get(district) ?? 0));
  }

  async #pause(): Promise<void> {
    await delay(HEARTBEAT_MS, undefined, { signal: this.#ended.signal }).catch(() => undefined);
  }
}
