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
import { inForce, withinScopes } from './places.js';
import { CoveredUnitEntity, type CoveredUnitRow } from './unit.entity.js';

/** Covered units are seen by whoever sees the union that covers them. */
export const coveredUnitNode: NodeSource<CoveredUnitRow> = defineNode(
  CoveredUnitEntity,
  (ctx) => withinScopes(ctx, 'organization:read', 'node.organization_id'),
  (ctx, permission) => withinScopes(ctx, permission, 'node.organization_id'),
);

/** Units of a union by name; `current` narrows to those covered today, or not. */
export function coveredUnitsPage(
  ctx: RequestContext,
  organizationId: string,
  page: PageRequest,
  current: boolean | null,
): Promise<Page<CoveredUnitRow>> {
  return nestedPageOf(ctx, organizationId, {
    source: coveredUnitNode,
    ordering: orderingBy('name', 'asc'),
    page,
    name: 'organization.coveredUnits',
    link: 'node.organization_id',
    variant: current,
    where: inForce(ctx, current),
  });
}

export function findCoveredUnit(tx: RequestContext, id: string): Promise<CoveredUnitEntity | null> {
  return tx.em.findOne(CoveredUnitEntity, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
}

/** `<organization> <credit code>` of the covers in force that have one of these codes at one of these unions. */
export async function coversInForce(
  tx: RequestContext,
  organizationIds: readonly string[],
  creditCodes: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ cover: string }>`
    select organization_id || ' ' || credit_code as cover from covered_units
    where organization_id = any(${organizationIds}::uuid[]) and credit_code = any(${creditCodes}::text[])
      and until is null
  `.execute(tx.sql);
  return new Set(rows.map(({ cover }) => cover));
}
