import { type RequestContext } from '../../kernel/index.js';
import { registerAccount } from './account.service.js';
import { giveRole, roleToGive } from './grant.service.js';
import { PrincipalEntity } from './principal.entity.js';

/** An account as the operator of the installation wants it. */
export interface OperatorsAccount {
  /** `<provider>:<sub>` as the identity provider will say it. */
  readonly subject: string;
  readonly name: string;
  /** A role for the whole district, those of the level above included. */
  readonly role: string;
}

/**
 * Registers an account, unless it is there, and gives it a role of the whole district: how a district comes to its
 * first security administrator, and how the city comes to its account. Acts as the system and leaves audit records.
 * Returns whether the account is new.
 * Errors: ROLE_UNKNOWN, ROLE_SCOPE_MISMATCH, ROLE_ALREADY_HELD, ROLE_EXCLUDED, INVALID_VALUE.
 */
export async function createAccount(ctx: RequestContext, wanted: OperatorsAccount): Promise<boolean> {
  return ctx.transaction(async (tx) => {
    const role = await roleToGive(tx, wanted.role);
    const found = await tx.em.findOne(PrincipalEntity, { subject: wanted.subject });
    const accountId = found?.id ?? (await registerAccount(tx, { subject: wanted.subject, name: wanted.name }));
    await giveRole(tx, role, { accountId, organizationId: null, since: tx.today, until: null });
    return !found;
  });
}
