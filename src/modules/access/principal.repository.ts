import { sql } from 'kysely';
import { lockFor, type RequestContext } from '../../kernel/index.js';

/** A principal with the roles in force on a day, as one row. */
export interface PrincipalWithRoles {
  readonly id: string;
  readonly name: string;
  readonly status: 'ACTIVE' | 'SUSPENDED';
  readonly memberId: string | null;
  /** The union of the member behind the principal. */
  readonly memberOrganizationId: string | null;
  readonly roles: readonly { readonly role: string; readonly organizationId: string | null }[];
}

/** Reads a principal by its subject with one statement; `null` when this district does not know it. */
export async function principalBySubject(ctx: RequestContext, subject: string): Promise<PrincipalWithRoles | null> {
  const { rows } = await sql<PrincipalWithRoles>`
    select p.id, p.name, p.status, p.member_id as "memberId", m.organization_id as "memberOrganizationId",
           coalesce((
             select json_agg(json_build_object('role', r.role, 'organizationId', r.organization_id) order by r.role, r.id)
             from role_assignments r
             where r.principal_id = p.id and r.district_id = p.district_id
               and r.since <= ${ctx.today} and (r.until is null or r.until > ${ctx.today})
           ), '[]') as roles
    from principals p left join members m on m.district_id = p.district_id and m.id = p.member_id
    where p.subject = ${subject}
  `.execute(ctx.sql);
  return rows[0] ?? null;
}

/** One change of administration at a time per district, so that the last administrator cannot be lost to a race. */
export async function lockAdministration(tx: RequestContext): Promise<void> {
  await lockFor(tx, 'access:administration');
}

/** Whether anybody but this account is active and holds the role today, with no end in sight. */
export async function heldByOthers(tx: RequestContext, role: string, accountId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from role_assignments r join principals p on p.district_id = r.district_id and p.id = r.principal_id
    where r.role = ${role} and p.status = 'ACTIVE' and p.id <> ${accountId}
      and r.since <= ${tx.today} and r.until is null
    limit 1
  `.execute(tx.sql);
  return rows.length > 0;
}

/** The first of these roles that the account holds on any day from `since` until `until`. */
export async function anyHeldWithin(
  tx: RequestContext,
  accountId: string,
  roles: readonly string[],
  { since, until }: { readonly since: string; readonly until: string | null },
): Promise<string | null> {
  const { rows } = await sql<{ role: string }>`
    select role from role_assignments
    where principal_id = ${accountId} and role = any(${roles}::text[])
      and daterange(since, until) && daterange(${since}::date, ${until}::date)
    order by role limit 1
  `.execute(tx.sql);
  return rows[0]?.role ?? null;
}

/** Whether the account holds the role on exactly this scope today or later. */
export async function roleIsHeld(
  tx: RequestContext,
  accountId: string,
  role: string,
  organizationId: string | null,
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from role_assignments
    where principal_id = ${accountId} and role = ${role} and organization_id is not distinct from ${organizationId}::uuid
      and (until is null or until > ${tx.today})
    limit 1
  `.execute(tx.sql);
  return rows.length > 0;
}

/** Roles given to each of these accounts that are not over, batched. */
export async function assignmentsOf(ctx: RequestContext, accountId: string): Promise<AssignmentRow[]> {
  const rows = await ctx.batched<string, AssignmentRow[]>('access:assignments', async (ids) => {
    const found = await sql<AssignmentRow & { principalId: string }>`
      select id, principal_id as "principalId", role, organization_id as "organizationId", since, until
      from role_assignments where principal_id = any(${ids}::uuid[]) and (until is null or until > ${ctx.today})
      order by principal_id, role, id
    `.execute(ctx.sql);
    const byAccount = Map.groupBy(found.rows, ({ principalId }) => principalId);
    return ids.map((id) => byAccount.get(id) ?? []);
  })(accountId);
  return rows ?? [];
}

export interface AssignmentRow {
  readonly id: string;
  readonly role: string;
  readonly organizationId: string | null;
  readonly since: string;
  readonly until: string | null;
}
