import { v7 as uuidv7 } from 'uuid';
import { compare, kernelErrors, localId, Problems, type RequestContext, refuse } from '../../kernel/index.js';
import { organizationNode } from '../organizations/index.js';
import type { GrantRoleInput } from './account.inputs.js';
import { errors } from './errors.js';
import { PrincipalEntity, RoleAssignmentEntity } from './principal.entity.js';
import { anyHeldWithin, lockAdministration, roleIsHeld } from './principal.repository.js';
import { assertMayGive, refuseOneself } from './role/authority.js';
import { type KnownRole, rolesByCode } from './role/known-roles.js';
import { ADMINISTRATORS } from './roles.js';

/** A role to be given to an account; days are business days, `until` exclusive. */
export interface Assignment {
  readonly accountId: string;
  readonly organizationId: string | null;
  readonly since: string;
  readonly until: string | null;
}

/**
 * Gives a role on the whole district, on a subtree, or on the member's own data, as the role's kind of scope says.
 * Errors: those of {@link assertMayGive} and {@link giveRole}; ROLE_TO_ONESELF.
 */
export async function grantRole(ctx: RequestContext, input: GrantRoleInput): Promise<string> {
  const accountId = localId('Account', input.accountId, ['input', 'accountId']);
  const organizationId = input.organizationId
    ? localId('Organization', input.organizationId, ['input', 'organizationId'])
    : null;
  return ctx.transaction(async (tx) => {
    const role = await roleToGive(tx, input.role);
    assertMayGive(tx, role, ['input', 'role']);
    refuseOneself(tx, accountId, ['input', 'accountId']);
    const period = { since: input.since ?? tx.today, until: input.until ?? null };
    await giveRole(tx, role, { accountId, organizationId, ...period });
    return accountId;
  });
}

/** The role, which nobody changes or removes until this transaction has given it. Errors: ROLE_UNKNOWN. */
export async function roleToGive(tx: RequestContext, code: string): Promise<KnownRole> {
  await lockAdministration(tx);
  const role = (await rolesByCode(tx, [code])).get(code);
  if (!role) throw refuse(errors.ROLE_UNKNOWN, { path: ['input', 'role'], details: { role: code } });
  return role;
}

/**
 * Gives a role that {@link roleToGive} has found; whether the caller may is decided before.
 * Errors: ROLE_SCOPE_MISMATCH, ROLE_ALREADY_HELD, ROLE_EXCLUDED, NOT_FOUND for the account or the organization.
 */
export async function giveRole(tx: RequestContext, role: KnownRole, assignment: Assignment): Promise<void> {
  const { accountId, organizationId, since, until } = assignment;
  refuseUnfit(tx, role, assignment);
  const account = await tx.em.findOne(PrincipalEntity, { id: accountId });
  if (!account) throw refuse(kernelErrors.NOT_FOUND, { path: ['input', 'accountId'] });
  if (organizationId && !(await organizationNode.load(tx, organizationId))) {
    throw refuse(kernelErrors.NOT_FOUND, { path: ['input', 'organizationId'] });
  }
  if (role.scope === 'self' && !account.memberId) throw scopeMismatch(role, 'role');
  if (await roleIsHeld(tx, accountId, role.code, organizationId)) {
    throw refuse(errors.ROLE_ALREADY_HELD, { path: ['input', 'role'] });
  }
  await refuseSecondAdministrator(tx, role.code, assignment);
  const row = { id: uuidv7(), principalId: accountId, role: role.code, organizationId, since, until };
  tx.em.persist(tx.em.create(RoleAssignmentEntity, row));
  await tx.emit('account.changed', { accountId });
}

function refuseUnfit(tx: RequestContext, role: KnownRole, { organizationId, since, until }: Assignment): void {
  const problems = new Problems();
  if ((role.scope === 'subtree') !== (organizationId !== null)) {
    problems.add(errors.ROLE_SCOPE_MISMATCH, ['input', 'organizationId'], { role: role.code, scope: role.scope });
  }
  // Who might do what on a day that is over is history, which nobody writes afterwards.
  if (compare(since, tx.today) < 0)
    problems.add(kernelErrors.INVALID_VALUE, ['input', 'since'], { reason: 'since < today' });
  if (until && compare(until, since) <= 0) {
    problems.add(kernelErrors.INVALID_VALUE, ['input', 'until'], { reason: 'until <= since' });
  }
  problems.throwIfAny();
}

function scopeMismatch({ code, scope }: KnownRole, field: string) {
  return refuse(errors.ROLE_SCOPE_MISMATCH, { path: ['input', field], details: { role: code, scope } });
}

/** Nobody holds two of the three administrators on any day; the table says the same, for whoever else writes it. */
async function refuseSecondAdministrator(tx: RequestContext, role: string, assignment: Assignment): Promise<void> {
  if (!ADMINISTRATORS.has(role)) return;
  const others = [...ADMINISTRATORS].filter((other) => other !== role);
  const held = await anyHeldWithin(tx, assignment.accountId, others, assignment);
  if (held) throw refuse(errors.ROLE_EXCLUDED, { path: ['input', 'role'], details: { role, held } });
}
