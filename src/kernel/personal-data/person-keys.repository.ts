import { sql } from 'kysely';
import type { RequestContext } from '../context.js';
import type { DataKeyRow } from './data-keys.js';
import type { KeyHolder } from './person-keys.js';

/** A person's key as the database keeps it, with the key of the district that wraps it. */
export interface PersonKeyRow {
  readonly person_id: string;
  readonly class: string;
  readonly version: number;
  readonly wrapped: Buffer;
  readonly replaced: Buffer | null;
  readonly data_key: DataKeyRow;
}

type FlatRow = Omit<PersonKeyRow, 'data_key'> & {
  readonly data_key_version: number;
  readonly ring_key: string;
  readonly data_key_wrapped: Buffer;
};

/** One look-up per person: the planner of a fresh table would rather read the whole district than search a list. */
function wantedKeys(holders: readonly KeyHolder[], lock: boolean) {
  return sql`
    select k.person_id, k.class, k.version, k.wrapped, k.replaced, k.data_key_version,
           d.ring_key, d.wrapped as data_key_wrapped
    from unnest(${holders.map(({ personId }) => personId)}::uuid[], ${holders.map((holder) => holder.class)}::text[])
      as wanted(person_id, class)
    cross join lateral (
      select * from person_keys where person_id = wanted.person_id and class = wanted.class limit 1
      ${lock ? sql`for share` : sql``}
    ) as k
    join data_keys as d on d.purpose = k.class and d.version = k.data_key_version`;
}

export async function readPersonKeys(ctx: RequestContext, holders: readonly KeyHolder[]): Promise<PersonKeyRow[]> {
  const { rows } = await sql<FlatRow>`${wantedKeys(holders, false)}`.execute(ctx.sql);
  return rows.map(nested);
}

/** The same, kept as they are until this transaction ends. Always in one order, so that nobody waits in a circle. */
export async function lockPersonKeys(tx: RequestContext, holders: readonly KeyHolder[]): Promise<PersonKeyRow[]> {
  const inOrder = [...holders].sort(byPerson);
  const { rows } = await sql<FlatRow>`${wantedKeys(inOrder, true)}`.execute(tx.sql);
  return rows.map(nested);
}

/** Inserts keys; answers whose they were: not of persons who have one already. */
export async function insertPersonKeys(
  tx: RequestContext,
  dataClass: string,
  dataKeyVersion: number,
  keys: readonly { readonly personId: string; readonly wrapped: Buffer }[],
): Promise<string[]> {
  const inOrder = [...keys].sort(byPerson);
  const { rows } = await sql<{ person_id: string }>`
    insert into person_keys (person_id, class, data_key_version, wrapped)
    select person_id, ${dataClass}, ${dataKeyVersion}, wrapped
    from unnest(${inOrder.map(({ personId }) => personId)}::uuid[], ${inOrder.map(({ wrapped }) => wrapped)}::bytea[])
      as made(person_id, wrapped)
    on conflict do nothing returning person_id
  `.execute(tx.sql);
  return rows.map(({ person_id }) => person_id);
}

/** Classes of which the person had a key. */
export async function deletePersonKeys(tx: RequestContext, personId: string): Promise<string[]> {
  const { rows } = await sql<{ class: string }>`
    delete from person_keys where person_id = ${personId} returning class
  `.execute(tx.sql);
  return rows.map((row) => row.class);
}

function nested({ data_key_version, ring_key, data_key_wrapped, ...row }: FlatRow): PersonKeyRow {
  const data_key = { purpose: row.class, version: data_key_version, ring_key, wrapped: data_key_wrapped };
  return { ...row, data_key };
}

function byPerson(a: { readonly personId: string }, b: { readonly personId: string }): number {
  return a.personId < b.personId ? -1 : a.personId > b.personId ? 1 : 0;
}
