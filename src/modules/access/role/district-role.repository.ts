import { sql } from 'kysely';
import type { RequestContext, RoleScope } from '../../../kernel/index.js';

/** What a district's own role says of itself. */
export interface DistrictRoleFacts {
  readonly code: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly scope: RoleScope;
  readonly permissions: readonly string[];
}

/** The district's own roles, by code: those named, or all. One statement. */
export async function districtRoles(ctx: RequestContext, codes?: readonly string[]): Promise<DistrictRoleFacts[]> {
  const { rows } = await sql<DistrictRoleFacts>`
    select code, title_zh as "titleZh", title_en as "titleEn", scope, permissions from district_roles
    where ${codes ?? null}::text[] is null or code = any(${codes ?? null}::text[])
    order by code
  `.execute(ctx.sql);
  return rows;
}

/** Whether any assignment of the role is in force or still to come. */
export async function roleIsAssigned(tx: RequestContext, code: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from role_assignments where role = ${code} and (until is null or until > ${tx.today}) limit 1
  `.execute(tx.sql);
  return rows.length > 0;
}
