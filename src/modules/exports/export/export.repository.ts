import { type InferEntity, LockMode } from '@mikro-orm/core';
import { sql } from 'kysely';
import {
  assertVersion,
  orderingBy,
  type Page,
  type PageRequest,
  pageOf,
  type RequestContext,
  listed,
} from '../../../kernel/index.js';
import { ExportEntity } from './export.entity.js';
import { type ExportRow, exportNode } from './export.node.js';

/** Exports that the caller sees, newest first. */
export function pageOfExports(
  ctx: RequestContext,
  page: PageRequest,
  status: string | null | undefined,
): Promise<Page<ExportRow>> {
  return pageOf(ctx, {
    source: exportNode,
    ordering: orderingBy('id', 'desc'),
    page,
    where: (query) => (status ? query.where('node.status', '=', listed(status)) : query),
  });
}

/** Rows that somebody took out within a day without a second person, whether written yet or not; without one export. */
export async function takenToday(tx: RequestContext, accountId: string, without?: string): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select coalesce(sum(greatest(counted_rows, written_rows)), 0)::int as total from exports
    where requested_by = ${accountId} and requested_at > clock_timestamp() - interval '24 hours'
      and decided_by is null and id is distinct from ${without ?? null}::uuid and status in ('QUEUED', 'READY', 'EXPIRED')
  `.execute(tx.sql);
  return rows[0]!.total;
}

/** Ids of exports whose files are there. */
export async function readyExports(tx: RequestContext): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from exports where status = 'READY' order by id`.execute(tx.sql);
  return rows.map(({ id }) => id);
}

/** Takes the name of a person's account out of what it asked for and decided. Not audited: the audit would keep it. */
export async function forgetNames(tx: RequestContext, memberId: string): Promise<void> {
  await sql`
    update exports set
      requester_name = case when requested_by = account.id then '（已删除）' else requester_name end,
      decider_name = case when decided_by = account.id then '（已删除）' else decider_name end
    from principals as account where account.member_id = ${memberId} and account.id in (requested_by, decided_by)
  `.execute(tx.sql);
}

/** Whether an actor is an account, and no program with a key of its own. */
export async function isAccount(ctx: RequestContext, id: string): Promise<boolean> {
  const { rows } = await sql`select from principals where id = ${id}`.execute(ctx.sql);
  return rows.length > 0;
}

/** An export whose changes are written down at the end of the transaction. */
export type ClaimedExport = InferEntity<typeof ExportEntity>;

/** The export for a change, locked. Errors: STALE_VERSION when a version is expected and it is another. */
export async function claimExport(tx: RequestContext, id: string, expectedVersion?: number): Promise<ClaimedExport> {
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
  const found = await tx.em.findOneOrFail(ExportEntity, { id }, lock);
  if (expectedVersion !== undefined) assertVersion(found.version, expectedVersion);
  return found;
}
