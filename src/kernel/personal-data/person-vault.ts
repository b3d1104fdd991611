import { createHmac, type KeyObject, randomBytes } from 'node:crypto';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { RequestContext } from '../context.js';
import { inDistrict } from '../database/scope.js';
import type { District } from '../kernel.js';
import type { Registry } from '../plugin/registry.js';
import { type DataKey, DataKeys, KEY_LIFE_MS } from './data-keys.js';
import { decrypt, encrypt, KEY_BYTES } from './envelope.js';
import type { KeyService } from './key-service.js';
import { indexPurpose, PersonalColumns } from './personal-columns.js';
import { type PersonKey, PersonKeys } from './person-keys.js';
import { ShortMemory } from '../short-memory.js';
import type { SealedPlace, Vault } from './vault.js';
import { VERSION_ONE, VersionOne } from './version-one.js';

/** Head of a sealed value: this format, and the version of the person's key in two bytes. */
const FORMAT = 2;
const HEAD_BYTES = 3;
const UNIQUE_BYTES = 28;
const INDEX_BYTES = 16;
/** Masked values one process has at hand; about 300 bytes each. */
const MOST_MASKS = 20_000;

/** A value as it is shown, and where it stands: one that was moved is opened again, and does not open. */
interface Shown {
  readonly place: string;
  readonly shown: string;
}

/** Seals with keys that stand wrapped in the database; see {@link Vault}. */
export class PersonVault implements Vault {
  readonly columns: PersonalColumns;
  readonly dataKeys: DataKeys;
  readonly #persons: PersonKeys;
  readonly #masks = new ShortMemory<Shown>(MOST_MASKS, KEY_LIFE_MS);
  /** Values of before persons had keys. */
  readonly firstFormat: VersionOne;

  constructor(registry: Registry, orm: MikroORM, service: KeyService, home: string) {
    this.firstFormat = new VersionOne(home);
    this.columns = new PersonalColumns(registry.plugins);
    this.dataKeys = new DataKeys(orm, service, this.firstFormat);
    this.#persons = new PersonKeys(this.dataKeys);
  }

  /** Makes the keys that districts still lack; before anything is served. */
  async prepare(districts: Iterable<District>): Promise<void> {
    for (const { id } of districts) {
      await inDistrict(id, () => this.dataKeys.prepare(id, this.columns.purposes));
    }
  }

  // These are no async functions: with the key at hand, a page of values is sealed or opened in one go.

  seal(tx: RequestContext, place: SealedPlace, value: string): Promise<Buffer> {
    return this.sealBytes(tx, place, value);
  }

  open(ctx: RequestContext, place: SealedPlace, sealed: Uint8Array): Promise<string | null> {
    return this.#opened(ctx, place, sealed, (plain) => plain.toString('utf8'));
  }

  masked(
    ctx: RequestContext,
    place: SealedPlace,
    sealed: Uint8Array,
    mask: (plain: string) => string,
  ): string | Promise<string> {
    if (sealed.length < HEAD_BYTES + UNIQUE_BYTES) return mask(''); // What erasure leaves.
    // Nonce and tag: no two sealed values have both in common.
    const bytes = Buffer.isBuffer(sealed) ? sealed : Buffer.from(sealed);
    const name = bytes.toString('latin1', HEAD_BYTES, HEAD_BYTES + UNIQUE_BYTES);
    const known = ctx.writing ? undefined : this.#masks.get(name);
    const about = aboutValue(ctx, place);
    if (known?.place === about) return known.shown;
    return this.open(ctx, place, sealed).then((plain) => {
      const shown = mask(plain ?? '');
      if (plain !== null && !ctx.writing) this.#masks.set(name, { place: about, shown });
      return shown;
    });
  }

  async fileKey(tx: RequestContext, place: SealedPlace): Promise<{ readonly key: Buffer; readonly wrapped: Buffer }> {
    const key = randomBytes(KEY_BYTES);
    return { key, wrapped: await this.sealBytes(tx, place, key) };
  }

  openFileKey(ctx: RequestContext, place: SealedPlace, wrapped: Uint8Array): Promise<Buffer | null> {
    return this.openBytes(ctx, place, wrapped);
  }

  sealBytes(tx: RequestContext, place: SealedPlace, value: Uint8Array | string): Promise<Buffer> {
    if (!tx.writing) throw new Error('sealing needs ctx.transaction()');
    const holder = { personId: place.personId, class: this.columns.classOf(place) };
    const seal = ({ version, key }: PersonKey): Buffer => {
      const head = Buffer.from([FORMAT, version >> 8, version & 0xff]);
      return encrypt(key, value, aboutValue(tx, place), head);
    };
    const locked = this.#persons.locked(tx, holder);
    return locked ? now(() => seal(locked)) : this.#persons.toSeal(tx, holder).then(seal);
  }

  /** The bytes under a seal; `null` once the person has been erased. */
  openBytes(ctx: RequestContext, place: SealedPlace, sealed: Uint8Array): Promise<Buffer | null> {
    return this.#opened(ctx, place, sealed, (plain) => plain);
  }

  /** Makes the keys of these places that are missing. */
  async makeKeys(tx: RequestContext, places: readonly SealedPlace[]): Promise<void> {
    const holders = places.map((place) => ({ personId: place.personId, class: this.columns.classOf(place) }));
    await Promise.all(holders.map((holder) => this.#persons.toSeal(tx, holder)));
  }

  #opened<T>(ctx: RequestContext, place: SealedPlace, bytes: Uint8Array, as: (plain: Buffer) => T): Promise<T | null> {
    if (bytes.length === 0) return Promise.resolve(null); // What erasure leaves.
    const sealed = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes);
    const holder = { personId: place.personId, class: this.columns.classOf(place) };
    if (sealed[0] === VERSION_ONE) {
      return now(() => as(this.firstFormat.open(ctx.district.id, place, sealed)));
    }
    if (sealed[0] !== FORMAT || sealed.length < HEAD_BYTES) {
      throw new Error(`a sealed value of unknown format ${sealed[0]}`);
    }
    const version = sealed.readUInt16BE(1);
    const open = (key: KeyObject | null): T | null =>
      key && as(decrypt(key, sealed, aboutValue(ctx, place), HEAD_BYTES));
    const recalled = this.#persons.recalled(ctx, holder, version);
    return recalled ? now(() => open(recalled)) : this.#persons.toOpen(ctx, holder, version).then(open);
  }

  blindIndex(ctx: RequestContext, name: string, value: string): Promise<Buffer> {
    this.columns.assertIndex(name);
    const index = ({ version, key }: DataKey): Buffer => {
      const digest = createHmac('sha256', key).update(value).digest();
      return Buffer.concat([Buffer.from([version]), digest.subarray(0, INDEX_BYTES)]);
    };
    const recalled = this.dataKeys.recalled(ctx.district.id, indexPurpose(name));
    return recalled ? now(() => index(recalled)) : this.dataKeys.newest(ctx, indexPurpose(name)).then(index);
  }

  destroyKeys(tx: RequestContext, personId: string): Promise<void> {
    if (!tx.writing) throw new Error('destroying keys needs ctx.transaction()');
    this.#masks.clear();
    return this.#persons.destroy(tx, personId);
  }
}

/** Does it at once; what goes wrong comes out as a rejection, as it does when a key has to be read first. */
function now<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => resolve(work()));
}

/** Where a value stands and whose it is: moved anywhere else, it does not open. */
function aboutValue(ctx: RequestContext, { table, column, personId, rowId }: SealedPlace): string {
  return `${ctx.district.id}/${table}/${column}/${personId}/${rowId}`;
}
