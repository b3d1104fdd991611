import { sql } from 'kysely';
import type { RequestContext } from '../../kernel/index.js';

/** A union of the demo that had members on the reported day. */
export interface DemoUnion {
  readonly id: string;
  readonly kind: string;
  readonly type: string;
  readonly foundedOn: string;
}

/** Unions founded by a day, in the order of their codes, which are the same in every run. */
export async function demoUnions(tx: RequestContext, on: string): Promise<DemoUnion[]> {
  const { rows } = await sql<DemoUnion>`
    select id, kind, type, founded_on::text as "foundedOn" from organizations
    where type in ('SERVICE', 'PORT') and status in ('FOUNDED', 'RE_ELECTION_DUE') and founded_on <= ${on}
    order by code
  `.execute(tx.sql);
  return rows;
}

export interface DemoMember {
  readonly id: string;
  readonly membershipId: string;
  readonly since: string;
  readonly version: number;
  readonly covered: boolean;
}

/** The oldest member of a union, or one of the next; ties go to the first entered. */
export async function oldestMember(tx: RequestContext, organizationId: string, skip = 0): Promise<DemoMember | null> {
  await tx.em.flush();
  // Step by step: inside the seed's transaction the planner has no statistics and would join from the wrong end.
  const { rows } = await sql<DemoMember>`
    with chosen as materialized (
      select id, version from members where organization_id = ${organizationId}
      order by birth_date, id offset ${skip} limit 1
    ), stretches as materialized (
      select * from memberships where member_id = (select id from chosen) and until is null
    )
    select chosen.id, chosen.version, stretch.id as "membershipId", stretch.since::text,
      exists (select from stretches where kind = 'SECONDARY') as covered
    from chosen, stretches as stretch where stretch.kind = 'PRIMARY'
  `.execute(tx.sql);
  return rows[0] ?? null;
}
