import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { say } from '../../kernel/index.js';
import { demoSubject } from './demo-issuer.js';
import { PrincipalEntity, RoleAssignmentEntity } from './principal.entity.js';
import { installedRoles } from './roles.js';
/** Of which of the four types the organization is that a demo role on a subtree is bound to; a hub unless said here. */
const BOUND_TO = { chair: 'SERVICE' };
/** Gives the district one made-up account per installed role. Adds what is missing, so that plugins can come later. */
export async function seedDemoAccounts(ctx) {
    await ctx.transaction(async (tx) => {
        const present = new Set((await tx.em.findAll(PrincipalEntity, {})).map(({ subject }) => subject));
        for (const [code, role] of installedRoles(tx.kernel)) {
            if (present.has(demoSubject(code)))
                continue;
            const place = await placeFor(tx, code, role);
            if (!place)
                continue;
            const account = tx.em.create(PrincipalEntity, {
                id: uuidv7(),
                subject: demoSubject(code),
                name: `${say(role.title, 'zh-CN')}（演示）`,
                memberId: place.memberId,
                synthetic: true,
            });
            tx.em.persist(account);
            await tx.em.flush();
            tx.em.persist(tx.em.create(RoleAssignmentEntity, {
                id: uuidv7(),
                principalId: account.id,
                role: code,
                organizationId: place.organizationId,
                since: tx.today,
            }));
        }
    });
}
/** What a demo role is bound to; `null` when the district has nothing of the kind. */
async function placeFor(tx, code, { scope }) {
    if (scope === 'district')
        return { organizationId: null, memberId: null };
    if (scope === 'self') {
        const { rows } = await sql `
      select id from members where status = 'ACTIVE' and organization_id is not null order by id limit 1
    `.execute(tx.sql);
        return rows[0] ? { organizationId: null, memberId: rows[0].id } : null;
    }
    const { rows } = await sql `
    select o.id from organizations o
    where o.type = ${BOUND_TO[code] ?? 'HUB'} and o.status = 'FOUNDED'
    order by exists (select 1 from members m where m.district_id = o.district_id and m.organization_id = o.id) desc, o.code
    limit 1
  `.execute(tx.sql);
    return rows[0] ? { organizationId: rows[0].id, memberId: null } : null;
}
//# sourceMappingURL=demo.js.map