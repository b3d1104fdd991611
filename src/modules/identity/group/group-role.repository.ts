import { sql } from 'kysely';
import type { RequestContext } from '../../../kernel/index.js';
import type { RoleGiven } from '../../access/index.js';

/** Whose groups these are. */
export interface GroupsOfSubject {
  readonly provider: string;
  readonly groups: readonly string[];
  /** Subject of the account. */
  readonly subject: string;
}

/** Roles that the district's table gives to these groups. Nobody gains by a mapping of their own making. */
export async function rolesOfGroups(
  ctx: RequestContext,
  { provider, groups, subject }: GroupsOfSubject,
): Promise<RoleGiven[]> {
  if (groups.length === 0) return [];
  const { rows } = await sql<RoleGiven>`
    select distinct g.role, g.organization_id as "organizationId" from group_roles g
    where g.provider = ${provider} and g.group_name = any(${groups}::text[])
      and not exists (
        select from principals p where p.district_id = g.district_id and p.id = g.mapped_by and p.subject = ${subject}
      )
    order by 1, 2
  `.execute(ctx.sql);
  return rows;
}
