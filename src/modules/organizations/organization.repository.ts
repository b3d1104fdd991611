import { LockMode } from '@mikro-orm/core';
import { type Expression, type SqlBool, sql } from 'kysely';
import {
  assertVersion,
  nestedPageOf,
  orderingBy,
  type Ordering,
  type Page,
  type PageRequest,
  pageOf,
  type RequestContext,
  listed,
} from '../../kernel/index.js';
import { OfficerEntity } from './officer.entity.js';
import { OrganizationEntity, type OrganizationRow } from './organization.entity.js';
import { below, covered, organizationNode } from './places.js';
import type { OrganizationParentRow } from './tree.entity.js';
import { CoveredUnitEntity } from './unit.entity.js';

/** An organization as a place to act at: what is needed to decide, and whether the caller may. */
export type Place = Pick<OrganizationRow, 'id' | 'type' | 'level' | 'status'> & {
  readonly visible: boolean;
  readonly allowed: boolean;
};

/** Places by id. `lock` keeps the rows as they are until the transaction ends. */
export async function placesOf(
  ctx: RequestContext,
  permission: string,
  ids: readonly string[],
  lock: 'for share' | 'for no key update' | '' = '',
): Promise<ReadonlyMap<string, Place>> {
  const { rows } = await sql<Place>`
    select node.id, node.type, node.level, node.status,
           ${covered(ctx, 'organization:read', 'node.id')} as visible, ${covered(ctx, permission, 'node.id')} as allowed
    from organizations as node where node.id = any(${[...new Set(ids)]}::uuid[]) order by node.id ${sql.raw(lock)}
  `.execute(ctx.sql);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The row for a change, locked. Errors: STALE_VERSION. */
export async function claimOrganization(
  tx: RequestContext,
  id: string,
  expectedVersion: number,
): Promise<OrganizationEntity> {
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
  const body = await tx.em.findOneOrFail(OrganizationEntity, { id }, lock);
  assertVersion(body.version, expectedVersion);
  return body;
}

/** Officers and covered units of a body that are not over on `day`, for a change. */
export async function heldBeyond(tx: RequestContext, organizationId: string, day: string) {
  const held = { organizationId, $or: [{ until: null }, { until: { $gt: day } }] };
  return { officers: await tx.em.find(OfficerEntity, held), units: await tx.em.find(CoveredUnitEntity, held) };
}

/** Codes and credit codes that some organization other than `except` has already. */
export async function takenCodes(
  ctx: RequestContext,
  codes: readonly string[],
  creditCodes: readonly string[],
  except: string | null = null,
): Promise<{ codes: ReadonlySet<string>; creditCodes: ReadonlySet<string> }> {
  const { rows } = await sql<{ code: string | null; creditCode: string | null }>`
    select code, null as "creditCode" from organizations where code = any(${codes}::text[])
    union all
    select null, credit_code from organizations
    where credit_code = any(${creditCodes}::text[]) and id is distinct from ${except}::uuid
  `.execute(ctx.sql);
  return {
    codes: new Set(rows.flatMap(({ code }) => code ?? [])),
    creditCodes: new Set(rows.flatMap(({ creditCode }) => creditCode ?? [])),
  };
}

/** Whether the district has its top body already. */
export async function hasRoot(ctx: RequestContext): Promise<boolean> {
  const { rows } = await sql`select from organizations where parent_id is null`.execute(ctx.sql);
  return rows.length > 0;
}

/** Whether bodies that still exist lie directly below this one. */
export async function hasChildren(ctx: RequestContext, id: string): Promise<boolean> {
  const { rows } = await sql`
    select from organizations where parent_id = ${id} and status not in ('DISSOLVED', 'MERGED') limit 1
  `.execute(ctx.sql);
  return rows.length > 0;
}

/** Which organizations a list shows; `within` is a local id. */
export interface OrganizationSelection {
  readonly kind?: string | null;
  readonly type?: string | null;
  readonly level?: string | null;
  readonly status?: string | null;
  readonly within?: string | null;
  readonly nameStartsWith?: string | null;
  readonly codes?: readonly string[] | null;
}

export async function organizationPage(
  ctx: RequestContext,
  page: PageRequest,
  selection: OrganizationSelection,
  ordering: Ordering,
): Promise<Page<OrganizationRow>> {
  const conditions = conditionsOf(selection);
  return pageOf(ctx, {
    source: organizationNode,
    ordering,
    page,
    where: (query) => conditions.reduce((narrowed, condition) => narrowed.where(condition), query),
  });
}

function conditionsOf(selection: OrganizationSelection): Expression<SqlBool>[] {
  const { within, nameStartsWith, codes } = selection;
  const conditions: Expression<SqlBool>[] = [];
  for (const column of ['kind', 'type', 'level', 'status'] as const) {
    const value = selection[column];
    if (value != null) conditions.push(sql<SqlBool>`${sql.ref(`node.${column}`)} = ${listed(value)}`);
  }
  if (within != null) conditions.push(below('node.id', sql`${within}::uuid`));
  if (codes != null) conditions.push(sql<SqlBool>`node.code = any(${codes}::text[])`);
  if (nameStartsWith) {
    // A range, because LIKE loses its index under row-level security. U+10FFFF sorts after every character.
    const end = `${nameStartsWith}\u{10FFFF}`;
    conditions.push(sql<SqlBool>`node.name >= ${nameStartsWith} and node.name < ${end}`);
  }
  return conditions;
}

/** The bodies directly below one, by code. */
export function childrenPage(ctx: RequestContext, parentId: string, page: PageRequest): Promise<Page<OrganizationRow>> {
  return nestedPageOf(ctx, parentId, {
    source: organizationNode,
    ordering: orderingBy('code', 'asc'),
    page,
    name: 'organization.children',
    link: 'node.parent_id',
  });
}

/** Which bodies stood above one, oldest first; batched over many bodies. */
export async function parentHistory(ctx: RequestContext, id: string): Promise<OrganizationParentRow[]> {
  const found = await ctx.batched<string, OrganizationParentRow[]>('organization.parentHistory', async (ids) => {
    const { rows } = await sql<OrganizationParentRow>`
      select id, organization_id as "organizationId", parent_id as "parentId", since, until
      from organization_parents where organization_id = any(${ids}::uuid[]) order by since
    `.execute(ctx.sql);
    const byBody = Map.groupBy(rows, ({ organizationId }) => organizationId);
    return ids.map((key) => byBody.get(key) ?? []);
  })(id);
  return found ?? [];
}

/** The local id of the visible organization that has a code; `null` when there is none. */
export async function organizationIdByCode(ctx: RequestContext, code: string): Promise<string | null> {
  const row = await organizationNode.query(ctx).select('node.id').where('node.code', '=', code).executeTakeFirst();
  return (row as { id: string } | undefined)?.id ?? null;
}
