import { v7 as uuidv7 } from 'uuid';
import type { RequestContext } from '../kernel/index.js';
import { PrincipalEntity, RoleAssignmentEntity } from '../modules/access/index.js';

/** Whom a test acts as, beyond the role. */
export interface Standing {
  /** For roles on a subtree: the local id of its top. */
  readonly organizationId?: string;
  /** For roles of a person: the local id of the member. */
  readonly memberId?: string;
}

/**
 * The account of a subject with its one role, made when it is missing; of a member who has an account, that one, since
 * nobody has two. Answers the subject of the account.
 */
export async function ensureAccount(
  ctx: RequestContext,
  subject: string,
  role: string,
  standing: Standing,
): Promise<string> {
  const { organizationId = null, memberId = null } = standing;
  return ctx.transaction(async (tx) => {
    if (await tx.em.findOne(PrincipalEntity, { subject })) return subject;
    const holder = memberId && (await tx.em.findOne(PrincipalEntity, { memberId }));
    const account =
      holder ||
      tx.em.create(PrincipalEntity, { id: uuidv7(), subject, name: `测试 ${role}`, memberId, synthetic: true });
    tx.em.persist(account);
    await tx.em.flush();
    const given = { principalId: account.id, role, organizationId };
    if (!(await tx.em.findOne(RoleAssignmentEntity, given))) {
      tx.em.persist(tx.em.create(RoleAssignmentEntity, { id: uuidv7(), ...given, since: '2026-01-01' }));
    }
    return account.subject;
  });
}
