import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { type RequestContext, type RoleDefinition, say } from '../../kernel/index.js';
import { demoSubject } from './demo-issuer.js';
import { DistrictRoleEntity } from './role/district-role.entity.js';
import { createRole } from './role/district-role.service.js';
import { PrincipalEntity, RoleAssignmentEntity } from './principal.entity.js';
import { installedRoles } from './roles.js';

/** Of which of the four types the organization should be that a demo role on a subtree is bound to; else a hub. */
const BOUND_TO: Readonly<Record<string, string>> = { chair: 'SERVICE' };

/** A role of the district's own, as an example: reads figures, and no person. */
const OWN_ROLE = {
  code: 'own-statistician',
  titleZh: '统计员',
  titleEn: 'Statistician',
  scope: 'district',
  permissions: ['organization:read', 'statistics:read'],
} as const;

/** Gives the district one made-up account per installed role. Adds what is missing, so that plugins can come later. */
export async function seedDemoAccounts(ctx: RequestContext): Promise<void> {
  await ctx.transaction(async (tx) => {
    const present = new Set((await tx.em.findAll(PrincipalEntity, {})).map(({ subject }) => subject));
    for (const [code, role] of installedRoles(tx.kernel)) {
      if (present.has(demoSubject(code))) continue;
      const place = await placeFor(tx, code, role);
      if (!place) continue;
      const account = tx.em.create(PrincipalEntity, {
        id: uuidv7(),
        subject: demoSubject(code),
        name: `${say(role.title, 'zh-CN')}（演示）`,
        memberId: place.memberId,
        synthetic: true,
      });
      tx.em.persist(account);
      await tx.em.flush();
      tx.em.persist(
        tx.em.create(RoleAssignmentEntity, {
          id: uuidv7(),
          principalId: account.id,
          role: code,
          organizationId: place.organizationId,
          since: tx.today,
        }),
      );
    }
    if (!(await tx.em.findOne(DistrictRoleEntity, { code: OWN_ROLE.code }))) {
      await createRole(tx, { ...OWN_ROLE, permissions: [...OWN_ROLE.permissions] });
    }
  });
}

interface Place {
  readonly organizationId: string | null;
  readonly memberId: string | null;
}

/** What a demo role is bound to; `null` when the district has nothing of the kind. */
async function placeFor(tx: RequestContext, code: string, { scope }: RoleDefinition): Promise<Place | null> {
  if (scope === 'district') return { organizationId: null, memberId: null };
  if (scope === 'self') {
    const { rows } = await sql<{ id: string }>`
      select id from members m
      where status = 'ACTIVE' and organization_id is not null
        and not exists (select from principals p where p.district_id = m.district_id and p.member_id = m.id)
      order by id limit 1
    `.execute(tx.sql);
    return rows[0] ? { organizationId: null, memberId: rows[0].id } : null;
  }
  const { rows } = await sql<{ id: string }>`
    select o.id from organizations o
    where o.status = 'FOUNDED'
    order by o.type = ${BOUND_TO[code] ?? 'HUB'} desc, o.parent_id is null, exists (select 1 from members m where m.district_id = o.district_id and m.organization_id = o.id) desc, o.code
    limit 1
  `.execute(tx.sql);
  return rows[0] ? { organizationId: rows[0].id, memberId: null } : null;
}
