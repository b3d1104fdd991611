import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import type { AnyTables } from '../database/node-source.js';
import { inDistrict } from '../database/scope.js';
import { actAsSystem, type District, type Kernel } from '../kernel.js';
import { queueForgotten } from '../plugin/catch-up.js';
import { anchor } from './anchors.js';
import { positionAfter } from './position.js';
import type { SealHead } from './seal.js';
import { hasRecordsAfter, newestSeal, RECORDS_PER_SEAL, sealNext } from './sealing.js';

/** Between two looks at a district; with it a record is sealed within two seconds. */
const LOOK_MS = 1_000;
/** A district that has much to seal, after an import say, lets the others have their turn. */
const SEALS_PER_LOOK = 4;
const ANCHOR_MS = 10 * 60_000;
/** After a failure. */
const ANCHOR_AGAIN_MS = 30_000;
const CLEAN_MS = 60 * 60_000;
const FORGOTTEN_MS = 60_000;
const EVENT_DAYS = 30;
const EVENTS_AT_ONCE = 5_000;

/**
 * Runs in every process that works on jobs: seals the audit of each district, writes the newest seal to the anchors
 * every ten minutes, removes events that were handled long ago, and finds modules whose return nobody works on. Processes
 * agree through the database: one of them seals a district at a time.
 */
export class AuditKeeper {
  readonly #ending = new AbortController();
  readonly #newest = new Map<number, SealHead>();
  readonly #anchored = new Map<number, number>();
  readonly #cleaned = new Map<number, number>();
  readonly #lookedForForgotten = new Map<number, number>();
  #running: Promise<void> | undefined;

  constructor(
    readonly kernel: Kernel,
    readonly anchors: string,
  ) {}

  start(): void {
    this.#running ??= this.#run();
  }

  /** Ends after the seal under way. */
  async stop(): Promise<void> {
    this.#ending.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#ending.signal.aborted) {
      const start = Date.now();
      await this.#lookAround();
      const rest = Math.max(50, LOOK_MS - (Date.now() - start));
      await delay(rest, undefined, { signal: this.#ending.signal }).catch(() => undefined);
    }
  }

  async #lookAround(): Promise<void> {
    try {
      for (const district of (await this.kernel.districts.all()).values()) {
        if (this.#ending.signal.aborted) return;
        await this.#keep(district).catch((error: unknown) => this.#missed(error, district));
      }
    } catch (error) {
      this.#missed(error);
    }
  }

  /**
   * The database is away or busy, a chain was tampered with, the disk of the anchors is full. Nothing is lost, the next
   * look finds the same records; and no district waits for another one's trouble.
   */
  #missed(error: unknown, district?: District): void {
    const facts = { err: error, component: 'audit-keeper', district: district?.code };
    this.kernel.log.warn(facts, 'the audit of a district, or what is kept beside it, could not be looked after');
  }

  async #keep(district: District): Promise<void> {
    await this.#seal(district);
    if (isDue(this.#anchored, district.id, ANCHOR_MS)) {
      await this.#anchor(district).catch((error: unknown) => {
        // Not in ten minutes: as soon as there is room again.
        this.#anchored.set(district.id, Date.now() - ANCHOR_MS + ANCHOR_AGAIN_MS);
        throw error;
      });
    }
    // Last, so that no trouble with events and modules keeps the audit from its seals.
    if (isDue(this.#cleaned, district.id, CLEAN_MS)) await this.#removeOldEvents(district);
    // A process that dies keeps its job for hours, and the module that it was bringing back with it.
    if (isDue(this.#lookedForForgotten, district.id, FORGOTTEN_MS)) {
      await actAsSystem(this.kernel, district, 'switches', queueForgotten);
    }
  }

  async #seal({ id }: District): Promise<void> {
    const { orm } = this.kernel;
    if (!(await hasRecordsAfter(orm, id, positionAfter(this.#newest.get(id))))) return;
    for (let count = 0; count < SEALS_PER_LOOK && !this.#ending.signal.aborted; count += 1) {
      const seal = await sealNext(orm, id);
      if (!seal) break;
      this.#newest.set(id, seal);
      if (seal.records < RECORDS_PER_SEAL) return;
    }
    // Nothing to do here, or another process is at it: begin where the chain ends now.
    const newest = await newestSeal(orm, id);
    if (newest) this.#newest.set(id, newest);
  }

  async #anchor(district: District): Promise<void> {
    const newest = await newestSeal(this.kernel.orm, district.id);
    if (newest) await anchor(this.anchors, district, newest);
  }

  async #removeOldEvents({ id }: District): Promise<void> {
    while (!this.#ending.signal.aborted) {
      const removed = await removeOldEvents(this.kernel, id);
      if (removed < EVENTS_AT_ONCE) return;
    }
  }
}

/**
 * Removes events older than thirty days, some thousands at once, and says how many. Their jobs carry what they need; what
 * a module will have to handle when it is switched on again stays.
 */
async function removeOldEvents({ orm, switches }: Kernel, districtId: number): Promise<number> {
  const missed = JSON.stringify(await switches.missedEvents(districtId));
  const { numAffectedRows } = await inDistrict(districtId, () =>
    sql`delete from outbox_events where district_id = ${districtId} and id in (
          select id from outbox_events
          where district_id = ${districtId} and at < now() - make_interval(days => ${EVENT_DAYS}::integer)
            and not exists (
              select from jsonb_to_recordset(${missed}::jsonb) as missed(types text[], "from" timestamptz)
              where outbox_events.type = any(missed.types) and outbox_events.at >= missed."from")
          limit ${EVENTS_AT_ONCE})`.execute(orm.em.fork().getKysely<AnyTables>()),
  );
  return Number(numAffectedRows ?? 0);
}

function isDue(times: Map<number, number>, district: number, every: number): boolean {
  const last = times.get(district) ?? 0;
  if (Date.now() - last < every) return false;
  times.set(district, Date.now());
  return true;
}
