import { type KeyObject, randomBytes } from 'node:crypto';
import type { MikroORM } from '@mikro-orm/postgresql';
import { type Kysely, sql } from 'kysely';
import type { RequestContext } from '../context.js';
import { KEY_BYTES, keyFrom } from './envelope.js';
import type { KeyService } from './key-service.js';
import { ShortMemory } from '../short-memory.js';
import type { VersionOne } from './version-one.js';

/** A key of a district as the database keeps it. */
export interface DataKeyRow {
  readonly purpose: string;
  readonly version: number;
  readonly ring_key: string;
  readonly wrapped: Buffer;
}

export interface DataKey {
  readonly version: number;
  readonly key: KeyObject;
}

/** How long an unwrapped key is remembered: what somebody takes away stops within this time. */
export const KEY_LIFE_MS = 60_000;
/** Four classes and a few indexes for each of several hundred districts. */
const MOST_KEYS = 4_096;

/** The keys of districts: one per class of data, replaced now and then, and one per blind index. */
export class DataKeys {
  readonly #unwrapped = new ShortMemory<KeyObject>(MOST_KEYS, KEY_LIFE_MS);
  readonly #newest = new ShortMemory<number>(MOST_KEYS, KEY_LIFE_MS);
  /** Whoever asks meanwhile waits for the same answer: a list of thousands asks thousands of times in one tick. */
  readonly #unwrapping = new Map<string, Promise<KeyObject>>();
  /** Per context: a statement of somebody else's transaction may fail for reasons of its own. */
  readonly #reading = new WeakMap<RequestContext, Map<string, Promise<DataKey>>>();

  constructor(
    readonly orm: MikroORM,
    readonly service: KeyService,
    readonly versionOne: VersionOne,
  ) {}

  /** The newest key, if it is at hand. */
  recalled(districtId: number, purpose: string): DataKey | undefined {
    const version = this.#newest.get(`${districtId}/${purpose}`);
    const key = version && this.#unwrapped.get(`${districtId}/${purpose}/${version}`);
    return key ? { version, key } : undefined;
  }

  /** The newest key of a purpose; made when the district has none. */
  newest(ctx: RequestContext, purpose: string): Promise<DataKey> {
    const recalled = this.recalled(ctx.district.id, purpose);
    if (recalled) return Promise.resolve(recalled);
    let reading = this.#reading.get(ctx);
    if (!reading) {
      reading = new Map();
      this.#reading.set(ctx, reading);
    }
    return shared(reading, purpose, () => this.#read(ctx, purpose));
  }

  async #read(ctx: RequestContext, purpose: string): Promise<DataKey> {
    const row = (await newestRows(ctx.sql, [purpose]))[0] ?? (await this.#made(ctx.district.id, purpose));
    const key = await this.unwrap(ctx.district.id, row);
    this.#newest.set(`${ctx.district.id}/${purpose}`, row.version);
    return { version: row.version, key };
  }

  async unwrap(districtId: number, { purpose, version, ring_key, wrapped }: DataKeyRow): Promise<KeyObject> {
    const name = `${districtId}/${purpose}/${version}`;
    const known = this.#unwrapped.get(name);
    if (known) return known;
    return shared(this.#unwrapping, name, async () => {
      const key = keyFrom(await this.service.unwrap(ring_key, wrapped, contextOf(districtId, purpose, version)));
      this.#unwrapped.set(name, key);
      return key;
    });
  }

  /** Makes what a district lacks. At start, so that no transaction that holds a connection must wait for another one. */
  async prepare(districtId: number, purposes: readonly string[]): Promise<void> {
    if (purposes.length === 0) return;
    const present = new Set((await newestRows(this.#apart, purposes)).map(({ purpose }) => purpose));
    for (const purpose of purposes) {
      if (!present.has(purpose)) await this.#made(districtId, purpose);
    }
  }

  /** The same key under the current key of the ring. */
  async rewrapped(districtId: number, { purpose, version, ring_key, wrapped }: DataKeyRow): Promise<DataKeyRow> {
    const bytes = await this.service.unwrap(ring_key, wrapped, contextOf(districtId, purpose, version));
    return this.wrapped(districtId, purpose, version, bytes);
  }

  /** A new key or a given one, wrapped and ready to be written down. */
  async wrapped(districtId: number, purpose: string, version: number, given?: Buffer): Promise<DataKeyRow> {
    const bytes = given ?? randomBytes(KEY_BYTES);
    const { keyId, wrapped } = await this.service.wrap(bytes, contextOf(districtId, purpose, version));
    bytes.fill(0);
    return { purpose, version, ring_key: keyId, wrapped };
  }

  /**
   * Written on a connection of its own and committed at once: rolled back with somebody's transaction, it would take
   * with it whatever others have sealed meanwhile. Whoever comes second takes the key of the first.
   */
  async #made(districtId: number, purpose: string): Promise<DataKeyRow> {
    const name = purpose.startsWith('index:') ? purpose.slice('index:'.length) : null;
    const inherited = name === null ? null : this.versionOne.indexKey(districtId, name);
    const row = await this.wrapped(districtId, purpose, 1, inherited ?? undefined);
    await insertDataKey(this.#apart, row);
    return (await newestRows(this.#apart, [purpose]))[0]!;
  }

  get #apart(): Kysely<object> {
    return this.orm.em.fork().getKysely<object>();
  }
}

export async function insertDataKey(database: Kysely<never> | Kysely<object>, row: DataKeyRow): Promise<void> {
  await sql`
    insert into data_keys (purpose, version, ring_key, wrapped)
    values (${row.purpose}, ${row.version}, ${row.ring_key}, ${row.wrapped}) on conflict do nothing
  `.execute(database as Kysely<object>);
}

async function newestRows(
  database: Kysely<never> | Kysely<object>,
  purposes: readonly string[],
): Promise<DataKeyRow[]> {
  const { rows } = await sql<DataKeyRow>`
    select distinct on (purpose) purpose, version, ring_key, wrapped from data_keys
    where purpose = any(${purposes}::text[]) order by purpose, version desc
  `.execute(database as Kysely<object>);
  return rows;
}

/** Does work once for all who ask before it is done. */
function shared<Value>(
  underWay: Map<string, Promise<Value>>,
  name: string,
  work: () => Promise<Value>,
): Promise<Value> {
  const present = underWay.get(name);
  if (present) return present;
  const started = work().finally(() => underWay.delete(name));
  underWay.set(name, started);
  return started;
}

/** What a wrapped key of a district is bound to. */
function contextOf(districtId: number, purpose: string, version: number): string {
  return `${districtId}/data_keys/${purpose}/${version}`;
}
