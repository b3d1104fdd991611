import { LockMode } from '@mikro-orm/core';
import { sql } from 'kysely';
import {
  defineNode,
  nestedPageOf,
  type NodeSource,
  orderingBy,
  type Page,
  type PageRequest,
  type RequestContext,
} from '../../kernel/index.js';
import { OfficerEntity, type OfficerRow } from './officer.entity.js';
import { inForce, withinScopes } from './places.js';

/** Officers are seen by whoever sees their organization. */
export const officerNode: NodeSource<OfficerRow> = defineNode(
  OfficerEntity,
  (ctx) => withinScopes(ctx, 'organization:read', 'node.organization_id'),
  (ctx, permission) => withinScopes(ctx, permission, 'node.organization_id'),
);

/** Officers of a body by the beginning of their terms; `current` narrows to those in office today, or not. */
export function officersPage(
  ctx: RequestContext,
  organizationId: string,
  page: PageRequest,
  current: boolean | null,
): Promise<Page<OfficerRow>> {
  return nestedPageOf(ctx, organizationId, {
    source: officerNode,
    ordering: orderingBy('since', 'asc'),
    page,
    name: 'organization.officers',
    link: 'node.organization_id',
    variant: current,
    where: inForce(ctx, current),
  });
}

export function findOfficer(tx: RequestContext, id: string): Promise<OfficerEntity | null> {
  return tx.em.findOne(OfficerEntity, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
}

/** Terms of chairs that some bodies have or have had. */
export async function chairsOf(
  tx: RequestContext,
  organizationIds: readonly string[],
): Promise<{ organizationId: string; since: string; until: string | null }[]> {
  const { rows } = await sql<{ organizationId: string; since: string; until: string | null }>`
    select organization_id as "organizationId", since, until from organization_officers
    where organization_id = any(${organizationIds}::uuid[]) and role = 'CHAIR'
  `.execute(tx.sql);
  return rows;
}
