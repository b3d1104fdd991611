import { type Kysely, sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { RequestContext } from '../context.js';
import type { AnyTables } from '../database/node-source.js';

/** Operations kept per client and module of a district; used on more than one day they stay before the others. */
export const MAX_OPERATIONS = 500;
/** Parts of the graph kept per operation and module. */
export const MAX_FIELDS = 100;
/** Uses are forgotten this many days after the last one. */
const KEPT_DAYS = 400;

/** Uses of one operation by one client, as far as one module is concerned. */
export interface OperationUse {
  readonly module: string;
  /** The registered client; `null` = somebody without one. */
  readonly clientId: string | null;
  /** Its name, with `#` for long numbers; of one without a name, `#` and the beginning of the hash of its text. */
  readonly operation: string;
  /** Schema coordinates that it named on the last day of its use, such as `Member.readingCircles`. */
  readonly fields: readonly string[];
  readonly uses: number;
  readonly firstUsedAt: Date;
  readonly lastUsedAt: Date;
}

/**
 * The operations that used a module of the caller's district, latest first. Each process writes its counts every ten
 * seconds, so the newest uses may be missing.
 */
export async function operationUses(ctx: RequestContext, module: string): Promise<readonly OperationUse[]> {
  // Times come as text from the driver, hence as milliseconds here.
  type Row = Omit<OperationUse, 'firstUsedAt' | 'lastUsedAt'> & { firstUsedAt: number; lastUsedAt: number };
  const { rows } = await sql<Row>`
    select module, client_id as "clientId", operation, fields, uses::float8 as uses,
      (extract(epoch from first_used_at) * 1000)::float8 as "firstUsedAt",
      (extract(epoch from last_used_at) * 1000)::float8 as "lastUsedAt"
    from operation_uses where module = ${module} order by last_used_at desc, id
  `.execute(ctx.sql);
  return rows.map((row) => ({
    ...row,
    firstUsedAt: new Date(Math.floor(row.firstUsedAt)),
    lastUsedAt: new Date(Math.floor(row.lastUsedAt)),
  }));
}

/** Adds counts to those on record, and forgets what is too old or too much; in the scope of one district. */
export async function recordUses(database: Kysely<AnyTables>, uses: readonly OperationUse[]): Promise<void> {
  const rows = uses.map((use) => ({ ...use, id: uuidv7() }));
  await sql`
    with given as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as use(id uuid, module text, "clientId" uuid,
        operation text, fields text[], uses bigint, "firstUsedAt" timestamptz, "lastUsedAt" timestamptz)
    ), spare as (
      select known.id, known.last_used_at, given.total + row_number() over (
        partition by known.module, known.client_id
        order by known.last_used_at >= known.first_used_at + interval '1 day' desc, known.last_used_at desc
      ) as place
      from operation_uses known
      join (select module, "clientId", count(*) as total from given group by 1, 2) given
        on given.module = known.module and given."clientId" is not distinct from known.client_id
      where not exists (select from given same where same.module = known.module
        and same."clientId" is not distinct from known.client_id and same.operation = known.operation)
    ), old as (
      select known.id from operation_uses known where known.last_used_at < now() - make_interval(days => ${KEPT_DAYS})
        and not exists (select from given same where same.module = known.module
          and same."clientId" is not distinct from known.client_id and same.operation = known.operation)
    ), forgotten as (
      delete from operation_uses
      where id in (select id from spare where place > ${MAX_OPERATIONS} union all select id from old)
    )
    insert into operation_uses as known (id, module, client_id, operation, fields, uses, first_used_at, last_used_at)
    select id, module, "clientId", operation, fields, uses, "firstUsedAt", "lastUsedAt" from given
    order by module, "clientId", operation
    on conflict (district_id, module, client_id, operation) do update set
      uses = known.uses + excluded.uses,
      first_used_at = least(known.first_used_at, excluded.first_used_at),
      last_used_at = greatest(known.last_used_at, excluded.last_used_at),
      fields = case when known.last_used_at < date_trunc('day', excluded.first_used_at, 'Asia/Shanghai') then excluded.fields
        else (select array_agg(field) from (
          select distinct field from unnest(known.fields || excluded.fields) field order by field limit ${MAX_FIELDS}
        ) merged) end
  `.execute(database);
}
