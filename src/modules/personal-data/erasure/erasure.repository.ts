import { type RawBuilder, sql } from 'kysely';
import {
  type NodeQuery,
  orderingBy,
  type Page,
  type PageRequest,
  type PersonalColumn,
  pageOf,
  type RequestContext,
  survivesErasure,
  listed,
} from '../../../kernel/index.js';
import { type Registered, registeredTables, rowsOf } from '../registered-rows.repository.js';
import { type ErasureRequestRow, erasureRequests } from './erasure.node.js';
import type { ErasureStatus } from './erasure.type.js';

/** What still needs the person's data, with the person's row locked against new ones. */
export async function whatHoldsOn(
  tx: RequestContext,
  memberId: string,
): Promise<{ readonly membership: boolean; readonly application: boolean }> {
  await sql`select from members where id = ${memberId} for update`.execute(tx.sql);
  const { rows } = await sql<{ membership: boolean; application: boolean }>`
    select exists (select from memberships where member_id = ${memberId} and (until is null or until > ${tx.today})) as membership,
           exists (select from membership_applications where member_id = ${memberId} and status = 'PENDING') as application
  `.execute(tx.sql);
  return rows[0]!;
}

/**
 * Clears or removes what every registered table holds about the person, tables of later modules first, since they point
 * to those of earlier ones. Returns the columns that were cleared as `table.column`, and `table.*` for removed rows.
 */
export async function eraseRows(tx: RequestContext, memberId: string): Promise<string[]> {
  const cleared: string[] = [];
  for (const registered of registeredTables(tx.kernel.registry).reverse()) {
    cleared.push(...(await eraseTable(tx, registered, memberId)));
  }
  return cleared.reverse();
}

async function eraseTable(tx: RequestContext, { definition }: Registered, memberId: string): Promise<string[]> {
  const { registry } = tx.kernel;
  const { table, columns } = definition;
  const own = rowsOf(registry, definition, memberId);
  if (definition.onErasure === 'delete') {
    const { numAffectedRows } = await sql`delete from ${sql.table(table)} as node where ${own}`.execute(tx.sql);
    return numAffectedRows ? [`${table}.*`] : [];
  }
  const changing = Object.entries(columns).filter(([name, column]) => !survivesErasure(name, column));
  if (changing.length === 0) return [];
  const sets = changing.map(([name, column]) => sql`${sql.ref(name)} = ${leftBehind(column)}`);
  // Whoever edits the row at this moment has seen what is no longer there.
  if (isVersioned(tx, table)) sets.push(sql`version = version + 1`);
  const { numAffectedRows } = await sql`
    update ${sql.table(table)} as node set ${sql.join(sets)} where ${own}
  `.execute(tx.sql);
  return numAffectedRows ? changing.map(([name]) => `${table}.${name}`) : [];
}

/** What stands in a column once the person is erased. */
function leftBehind(column: PersonalColumn): RawBuilder<unknown> {
  if (column.kind === 'sealed') return sql`'\\x'::bytea`;
  // As long as a blind index and equal to none: version byte 0 is nobody's, the rest is drawn for each row.
  if (column.kind === 'index') return sql`'\\x00'::bytea || uuid_send(gen_random_uuid())`;
  const { erased } = column;
  return typeof erased === 'object' && erased !== null ? erased : sql`${erased}`;
}

function isVersioned({ kernel }: RequestContext, table: string): boolean {
  const entities = kernel.registry.plugins.flatMap((plugin) => [...(plugin.entities ?? [])]);
  const entity = entities.find(({ meta }) => meta.tableName === table);
  return entity !== undefined && Object.hasOwn(entity.meta.properties, 'version');
}

/** Makes an erasure of the person wait for this transaction, or this one for the erasure. */
export async function keepPerson(tx: RequestContext, memberId: string): Promise<void> {
  await sql`select from members where id = ${memberId} for key share`.execute(tx.sql);
}

/** Whether the person has been erased; it happens once. */
export async function isErased(ctx: RequestContext, memberId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from erasure_requests where member_id = ${memberId} and status = 'DONE' limit 1
  `.execute(ctx.sql);
  return rows.length > 0;
}

/** How many persons the district has erased: whoever finds another number knows that somebody was erased between. */
export async function erasuresDone(ctx: RequestContext): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from erasure_requests where status = 'DONE'
  `.execute(ctx.sql);
  return rows[0]!.count;
}

/** Requests the caller may see, in order of time. */
export function pageOfErasureRequests(
  ctx: RequestContext,
  page: PageRequest,
  status: ErasureStatus | null | undefined,
): Promise<Page<ErasureRequestRow>> {
  const where = (query: NodeQuery): NodeQuery =>
    status == null ? query : query.where('node.status', '=', listed(status));
  return pageOf(ctx, { source: erasureRequests, ordering: orderingBy('id', 'asc'), page, where });
}
