import { type InferEntity, LockMode } from '@mikro-orm/core';
import { sql } from 'kysely';
import {
  assertVersion,
  orderingBy,
  type Page,
  type PageRequest,
  pageOf,
  type RequestContext,
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
    where: (query) => (status ? query.where('node.status', '=', status) : query),
  });
}

/** Rows that somebody took out within a day without a second person, whether written yet or not. */
export async function takenToday(tx: RequestContext, accountId: string): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select coalesce(sum(greatest(counted_rows, written_rows)), 0)::int as total from exports
    where requested_by = ${accountId} and requested_at > clock_timestamp() - interval '24 hours'
      and decided_by is null and status in ('QUEUED', 'READY', 'EXPIRED')
  `.execute(tx.sql);
  return rows[0]!.total;
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
