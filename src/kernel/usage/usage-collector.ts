import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { FastifyBaseLogger } from 'fastify';
import type { RequestFacts } from '../context.js';
import type { AnyTables } from '../database/node-source.js';
import { inDistrict } from '../database/scope.js';
import type { Superset } from '../graphql/superset.js';
import type { Registry } from '../plugin/registry.js';
import { Namings, type UsedOperation } from './namings.js';
import { type OperationUse, recordUses } from './operation-use.repository.js';
import { UseCounts } from './use-counts.js';

const FLUSH_EVERY_MS = 10_000;
/** Counts written by one statement; seldom are there more in a district. */
const CHUNK = 1_000;

/**
 * Counts which operations of which clients use what of modules that can be switched, and what of the graph is
 * deprecated. A request costs a look-up; every ten seconds what was counted is written, one statement for each district
 * concerned.
 */
export class UsageCollector {
  readonly #counts: UseCounts;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(
    readonly orm: MikroORM,
    registry: Registry,
    superset: Superset,
    readonly log: Pick<FastifyBaseLogger, 'warn'>,
  ) {
    this.#counts = new UseCounts(new Namings(registry, superset));
  }

  start(): void {
    this.#timer ??= setInterval(() => void this.flush(), FLUSH_EVERY_MS).unref();
  }

  /** Ends with a last flush. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.flush();
  }

  /** Counts one use. Waits for nothing. */
  note(facts: RequestFacts, used: UsedOperation): void {
    this.#counts.note(facts, used);
  }

  /** Writes what was counted so far. What cannot be written stays counted and is tried again; nothing is thrown. */
  flush(): Promise<void> {
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  async #write(): Promise<void> {
    for (const [districtId, uses] of this.#counts.take()) {
      for (let start = 0; start < uses.length; start += CHUNK) {
        await this.#writeSome(districtId, uses.slice(start, start + CHUNK));
      }
    }
  }

  async #writeSome(districtId: number, uses: readonly OperationUse[]): Promise<void> {
    const database = (this.orm.em.fork() as EntityManager).getKysely<AnyTables>();
    try {
      await inDistrict(districtId, () => recordUses(database, uses));
    } catch (error) {
      this.log.warn({ err: error, operations: uses.length }, 'uses of the graph could not be written yet');
      for (const use of uses) this.#counts.add(districtId, use);
    }
  }
}
