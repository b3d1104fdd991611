import { sql } from 'kysely';
/** Unions founded by a day, in the order of their codes, which are the same in every run. */
export async function demoUnions(tx, on) {
    const { rows } = await sql `
    select id, kind, type, founded_on::text as "foundedOn" from organizations
    where type in ('SERVICE', 'PORT') and status in ('FOUNDED', 'RE_ELECTION_DUE') and founded_on <= ${on}
    order by code
  `.execute(tx.sql);
    return rows;
}
/** The oldest member of a union, or one of the next; ties go to the first entered. */
export async function oldestMember(tx, organizationId, skip = 0) {
    await tx.em.flush();
    // Step by step: inside the seed's transaction the planner has no statistics and would join from the wrong end.
    const { rows } = await sql `
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
//# sourceMappingURL=demo.repository.js.map