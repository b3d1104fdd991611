import { type KeyObject, randomBytes } from 'node:crypto';
import DataLoader from 'dataloader';
import type { RequestContext } from '../context.js';
import { type DataKeys, KEY_LIFE_MS } from './data-keys.js';
import { decrypt, encrypt, KEY_BYTES, keyFrom } from './envelope.js';
import { ShortMemory } from '../short-memory.js';
import {
  deletePersonKeys,
  insertPersonKeys,
  lockPersonKeys,
  type PersonKeyRow,
  readPersonKeys,
} from './person-keys.repository.js';

/** Whose key, for which class of data. */
export interface KeyHolder {
  readonly personId: string;
  readonly class: string;
}

/** The keys of a person for one class: the one that seals, and the one before it while values still rest on it. */
export interface PersonKey {
  readonly version: number;
  readonly key: KeyObject;
  readonly replaced: KeyObject | undefined;
}

/** Persons whose keys one process has at hand; about 1 KB each. */
const MOST_REMEMBERED = 10_000;
/** Persons whose keys one transaction has at hand: a bulk load meets hundreds of thousands, each for a moment. */
const MOST_LOCKED = 12_000;

/** What one context knows: loads of the same tick share a statement. */
interface Knowledge {
  /** Keys this transaction holds a lock on or has made; only these seal, and only here before it commits. */
  readonly locked: Map<string, PersonKey>;
  readonly destroyed: Set<string>;
  readonly toRead: DataLoader<KeyHolder, PersonKey | null>;
  readonly toSeal: DataLoader<KeyHolder, PersonKey>;
}

/** The keys of persons: read many at once, made with the first value, destroyed when a person is erased. */
export class PersonKeys {
  /** Committed keys only; see {@link Knowledge.locked}. */
  readonly #remembered = new ShortMemory<PersonKey>(MOST_REMEMBERED, KEY_LIFE_MS);
  readonly #knowledge = new WeakMap<RequestContext, Knowledge>();

  constructor(readonly dataKeys: DataKeys) {}

  /** The key that opens a value of this version, if it is at hand. */
  recalled(ctx: RequestContext, holder: KeyHolder, version: number): KeyObject | undefined {
    const known = ctx.writing ? this.#of(ctx) : undefined;
    if (known?.destroyed.has(holder.personId)) return undefined;
    const name = nameOf(ctx, holder);
    return versionOf(known?.locked.get(name) ?? this.#remembered.get(name), version);
  }

  /** `null` when the person has no such key any more. Errors: a plain Error when only this version of it is gone. */
  async toOpen(ctx: RequestContext, holder: KeyHolder, version: number): Promise<KeyObject | null> {
    const person = await this.#of(ctx).toRead.load(holder);
    if (!person) return null;
    const key = versionOf(person, version);
    if (!key) throw new Error(`a value rests on version ${version} of a person's key; ${person.version} is in force`);
    return key;
  }

  locked(tx: RequestContext, holder: KeyHolder): PersonKey | undefined {
    return this.#of(tx).locked.get(nameOf(tx, holder));
  }

  /** The key to seal with, made when it is missing; nobody replaces or destroys it before this transaction ends. */
  toSeal(tx: RequestContext, holder: KeyHolder): Promise<PersonKey> {
    return this.#of(tx).toSeal.load(holder);
  }

  async destroy(tx: RequestContext, personId: string): Promise<void> {
    const known = this.#of(tx);
    for (const name of await deletePersonKeys(tx, personId)) {
      known.locked.delete(nameOf(tx, { personId, class: name }));
      this.#remembered.delete(nameOf(tx, { personId, class: name }));
    }
    known.destroyed.add(personId);
  }

  async #read(ctx: RequestContext, holders: readonly KeyHolder[]): Promise<(PersonKey | Error | null)[]> {
    const found = await this.#unwrapped(ctx, await readPersonKeys(ctx, distinct(holders)));
    for (const [id, key] of found) {
      // A transaction may see keys that are rolled back later; what seals with them must not outlive it.
      if (!ctx.writing && !(key instanceof Error)) this.#remembered.set(`${ctx.district.id}/${id}`, key);
    }
    return holders.map((holder) => found.get(idOf(holder)) ?? null);
  }

  async #lock(tx: RequestContext, holders: readonly KeyHolder[]): Promise<(PersonKey | Error)[]> {
    const wanted = distinct(holders);
    const found = await this.#unwrapped(tx, await lockPersonKeys(tx, wanted));
    const missing = () => wanted.filter((holder) => !found.has(idOf(holder)));
    if (missing().length > 0) for (const [id, key] of await this.#make(tx, missing())) found.set(id, key);
    if (missing().length > 0) {
      // Somebody else has made them since: their transaction has committed, or the insert would still wait.
      for (const [id, key] of await this.#unwrapped(tx, await lockPersonKeys(tx, missing()))) found.set(id, key);
    }
    const { locked, destroyed } = this.#of(tx);
    for (const [id, key] of found) {
      if (key instanceof Error) continue;
      locked.set(`${tx.district.id}/${id}`, key);
      if (locked.size > MOST_LOCKED) locked.delete(locked.keys().next().value!);
    }
    for (const { personId } of wanted) destroyed.delete(personId);
    const vanished = new Error('the key of a person vanished while it was made; the work can be repeated');
    return holders.map((holder) => found.get(idOf(holder)) ?? vanished);
  }

  async #make(tx: RequestContext, holders: readonly KeyHolder[]): Promise<Map<string, PersonKey>> {
    const made = new Map<string, PersonKey>();
    for (const dataClass of new Set(holders.map((holder) => holder.class))) {
      const { version: dataKeyVersion, key: dataKey } = await this.dataKeys.newest(tx, dataClass);
      const ofClass = holders.filter((holder) => holder.class === dataClass);
      const random = randomBytes(KEY_BYTES * ofClass.length);
      const keys = new Map<string, KeyObject>();
      const rows = ofClass.map((holder, index) => {
        const bytes = random.subarray(index * KEY_BYTES, (index + 1) * KEY_BYTES);
        const wrapped = encrypt(dataKey, bytes, aboutPersonKey(tx.district.id, holder, 1));
        keys.set(holder.personId, keyFrom(bytes));
        return { personId: holder.personId, wrapped };
      });
      for (const personId of await insertPersonKeys(tx, dataClass, dataKeyVersion, rows)) {
        const key = { version: 1, key: keys.get(personId)!, replaced: undefined };
        made.set(idOf({ personId, class: dataClass }), key);
      }
    }
    return made;
  }

  /** A key that does not open spoils the values of its person, not the page they stand on. */
  async #unwrapped(ctx: RequestContext, rows: readonly PersonKeyRow[]): Promise<Map<string, PersonKey | Error>> {
    const found = new Map<string, PersonKey | Error>();
    for (const row of rows) {
      const id = idOf({ personId: row.person_id, class: row.class });
      const dataKey = await this.dataKeys.unwrap(ctx.district.id, row.data_key);
      try {
        found.set(id, unwrapPersonKey(ctx.district.id, dataKey, row));
      } catch (cause) {
        found.set(id, new Error(`the key of a person does not open (${id})`, { cause }));
      }
    }
    return found;
  }

  #of(ctx: RequestContext): Knowledge {
    let known = this.#knowledge.get(ctx);
    if (!known) {
      known = {
        locked: new Map(),
        destroyed: new Set(),
        toRead: new DataLoader((holders) => this.#read(ctx, holders), { cache: false }),
        toSeal: new DataLoader((holders) => this.#lock(ctx, holders), { cache: false }),
      };
      this.#knowledge.set(ctx, known);
    }
    return known;
  }
}

function unwrapPersonKey(districtId: number, dataKey: KeyObject, row: Omit<PersonKeyRow, 'data_key'>): PersonKey {
  const holder = { personId: row.person_id, class: row.class };
  const unwrap = (wrapped: Buffer, version: number) =>
    keyFrom(personKeyBytes(districtId, dataKey, holder, wrapped, version));
  return {
    version: row.version,
    key: unwrap(row.wrapped, row.version),
    replaced: row.replaced ? unwrap(row.replaced, row.version - 1) : undefined,
  };
}

/** A person's key in plain. Whoever gets it empties it after use. */
export function personKeyBytes(
  districtId: number,
  dataKey: KeyObject,
  holder: KeyHolder,
  wrapped: Buffer,
  version: number,
): Buffer {
  return decrypt(dataKey, wrapped, aboutPersonKey(districtId, holder, version));
}

/** What a person's wrapped key is bound to. */
export function aboutPersonKey(districtId: number, holder: KeyHolder, version: number): string {
  return `${districtId}/person_keys/${holder.class}/${holder.personId}/${version}`;
}

function versionOf(person: PersonKey | undefined, version: number): KeyObject | undefined {
  if (person?.version === version) return person.key;
  return person?.version === version + 1 ? person.replaced : undefined;
}

function nameOf(ctx: RequestContext, holder: KeyHolder): string {
  return `${ctx.district.id}/${idOf(holder)}`;
}

function idOf({ personId, class: dataClass }: KeyHolder): string {
  return `${dataClass}/${personId}`;
}

function distinct(holders: readonly KeyHolder[]): KeyHolder[] {
  return [...new Map(holders.map((holder) => [idOf(holder), holder])).values()];
}
