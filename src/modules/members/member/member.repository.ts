import { sql } from 'kysely';
import {
  type ListSpec,
  type NodeQuery,
  nestedPageOf,
  type Ordering,
  orderingBy,
  type Page,
  type PageRequest,
  pageOf,
  type RequestContext,
  listed,
} from '../../../kernel/index.js';
import { below } from '../../organizations/index.js';
import type { MembershipKind } from '../membership/membership.type.js';
import { type MemberRow, memberNode, withinPlaces } from './member.node.js';
import type { MemberOrder } from './member.inputs.js';

/** Conditions of a list of members; organizations by their local ids. */
export interface MemberCriteria {
  readonly status?: string | null;
  readonly employmentType?: string | null;
  readonly organizationId?: string | null;
  readonly within?: string | null;
}

const COLUMNS = {
  ID: ['id', 'id'],
  REGISTERED_AT: ['registeredAt', 'registered_at'],
  NAME: ['name', 'name'],
} as const;

function orderingOf(order: MemberOrder | null | undefined): Ordering {
  const [property, column] = COLUMNS[order?.field ?? 'ID'];
  return orderingBy(property, order?.direction === 'DESC' ? 'desc' : 'asc', column);
}

function narrowed(query: NodeQuery, criteria: MemberCriteria): NodeQuery {
  let found = query;
  if (criteria.status) found = found.where('node.status', '=', listed(criteria.status));
  if (criteria.employmentType) found = found.where('node.employment_type', '=', listed(criteria.employmentType));
  if (criteria.organizationId) found = found.where('node.organization_id', '=', criteria.organizationId);
  if (criteria.within) {
    found = found.where(below('node.organization_id', sql`${criteria.within}`)) as NodeQuery;
  }
  return found;
}

export function pageOfMembers(
  ctx: RequestContext,
  page: PageRequest,
  criteria: MemberCriteria,
  order?: MemberOrder | null,
): Promise<Page<MemberRow>> {
  const list: ListSpec = {
    source: memberNode,
    ordering: orderingOf(order),
    page,
    where: (query) => narrowed(query, criteria),
  };
  return pageOf(ctx, list);
}

/** Members of one organization: those whose primary union it is, or those it covers at present. */
export function pageOfOrganizationMembers(
  ctx: RequestContext,
  organizationId: string,
  page: PageRequest,
  kind: MembershipKind,
  status: string | null | undefined,
): Promise<Page<MemberRow>> {
  const covered = (query: NodeQuery): NodeQuery =>
    query.innerJoin('memberships as coverage', (join) =>
      join
        .onRef('coverage.member_id', '=', 'node.id')
        .on('coverage.kind', '=', 'SECONDARY')
        .on('coverage.until', 'is', null),
    ) as unknown as NodeQuery;
  return nestedPageOf(ctx, organizationId, {
    name: `Organization.members:${kind}`,
    link: kind === 'PRIMARY' ? 'node.organization_id' : 'coverage.organization_id',
    source: memberNode,
    ordering: orderingBy('id', 'asc'),
    page,
    variant: status ?? null,
    where: (query) => narrowed(kind === 'PRIMARY' ? query : covered(query), { status }),
  });
}

/** Whether the caller may read the members of a union, whoever they are. */
export async function isReaderAt(ctx: RequestContext, organizationId: string): Promise<boolean> {
  const here = withinPlaces(ctx, 'node.id');
  if (typeof here === 'boolean') return here;
  const { rows } = await sql`
    select from organizations as node where node.id = ${organizationId} and ${here}
  `.execute(ctx.sql);
  return rows.length > 0;
}

/**
 * Makes everybody who works on the same identity number wait, until this transaction ends, also when the person has
 * no row yet. Collisions of the 64-bit key only make strangers wait for each other.
 */
export async function lockIdentity(tx: RequestContext, index: Buffer): Promise<void> {
  const key = index.readBigInt64BE(1).toString();
  await sql`select pg_advisory_xact_lock(${key}::bigint)`.execute(tx.sql);
}

/** Id of the person with this identity number, locked; null when the register has none. */
export async function findByIdentity(tx: RequestContext, index: Buffer): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from members where national_id_index = ${index} for update
  `.execute(tx.sql);
  return rows[0]?.id ?? null;
}

/** Locks a person's row, so that only one transaction at a time changes their memberships. */
export async function lockMember(tx: RequestContext, id: string): Promise<void> {
  await sql`select from members where id = ${id} for update`.execute(tx.sql);
}
