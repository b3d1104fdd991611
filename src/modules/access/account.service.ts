import { v7 as uuidv7 } from 'uuid';
import {
  assertVersion,
  checkLine,
  compare,
  kernelErrors,
  localId,
  Problems,
  parseGlobalId,
  type RequestContext,
  refuse,
} from '../../kernel/index.js';
import { memberNode } from '../members/index.js';
import { organizationNode } from '../organizations/index.js';
import type { GrantRoleInput, RegisterAccountInput, RevokeRoleInput, SuspendAccountInput } from './account.inputs.js';
import { errors } from './errors.js';
import { PrincipalEntity, RoleAssignmentEntity } from './principal.entity.js';
import { assignmentsOf, lockAdministration, otherAdministrators, roleIsHeld } from './principal.repository.js';
import { installedRoles } from './roles.js';

/** Registers an identity of this district. It can do nothing until it is given a role. Returns the local id. */
export async function registerAccount(ctx: RequestContext, input: RegisterAccountInput): Promise<string> {
  const memberId = input.memberId ? localId('Member', input.memberId, ['input', 'memberId']) : null;
  const problems = new Problems();
  const subject = checkLine(problems, ['input', 'subject'], input.subject, { max: 200 });
  const name = checkLine(problems, ['input', 'name'], input.name, { max: 100 });
  problems.throwIfAny();
  return ctx.transaction(async (tx) => {
    if (memberId && !(await memberNode.load(tx, memberId))) {
      throw refuse(kernelErrors.NOT_FOUND, { path: ['input', 'memberId'] });
    }
    if (await tx.em.findOne(PrincipalEntity, { subject })) {
      throw refuse(errors.ACCOUNT_SUBJECT_TAKEN, { path: ['input', 'subject'] });
    }
    const account = tx.em.create(PrincipalEntity, { id: uuidv7(), subject, name, memberId });
    tx.em.persist(account);
    await tx.emit('account.registered', { accountId: account.id });
    return account.id;
  });
}

/** Stops an account, or lets it act again; it takes effect within seconds on every process. */
export async function suspendAccount(ctx: RequestContext, input: SuspendAccountInput): Promise<string> {
  const id = localId('Account', input.accountId, ['input', 'accountId']);
  return ctx.transaction(async (tx) => {
    await lockAdministration(tx);
    const account = await tx.em.findOne(PrincipalEntity, { id });
    if (!account) throw refuse(kernelErrors.NOT_FOUND, { path: ['input', 'accountId'] });
    assertVersion(account.version, input.expectedVersion);
    await refuseBeyondDistrict(tx, id);
    if (input.suspended && !(await otherAdministrators(tx, id))) throw refuse(errors.ACCOUNT_LAST_ADMINISTRATOR);
    account.status = input.suspended ? 'SUSPENDED' : 'ACTIVE';
    await tx.emit('account.changed', { accountId: id });
    return id;
  });
}

/** Gives a role on the whole district, on a subtree, or on the member's own data, as the role's kind of scope says. */
export async function grantRole(ctx: RequestContext, input: GrantRoleInput): Promise<string> {
  const accountId = localId('Account', input.accountId, ['input', 'accountId']);
  const organizationId = input.organizationId
    ? localId('Organization', input.organizationId, ['input', 'organizationId'])
    : null;
  const since = input.since ?? ctx.today;
  const role = installedRoles(ctx.kernel).get(input.role);
  const problems = new Problems();
  if (!role) problems.add(errors.ROLE_UNKNOWN, ['input', 'role'], { role: input.role });
  if (role?.beyondDistrict) problems.add(errors.ROLE_NOT_GIVEN_HERE, ['input', 'role'], { role: input.role });
  if (role && (role.scope === 'subtree') !== (organizationId !== null)) {
    problems.add(errors.ROLE_SCOPE_MISMATCH, ['input', 'organizationId'], { role: input.role, scope: role.scope });
  }
  if (input.until && compare(input.until, since) <= 0) {
    problems.add(kernelErrors.INVALID_VALUE, ['input', 'until'], { reason: 'until <= since' });
  }
  problems.throwIfAny();
  return ctx.transaction(async (tx) => {
    const account = await tx.em.findOne(PrincipalEntity, { id: accountId });
    if (!account) throw refuse(kernelErrors.NOT_FOUND, { path: ['input', 'accountId'] });
    if (organizationId && !(await organizationNode.load(tx, organizationId))) {
      throw refuse(kernelErrors.NOT_FOUND, { path: ['input', 'organizationId'] });
    }
    if (role?.scope === 'self' && !account.memberId) {
      const details = { role: input.role, scope: role.scope };
      throw refuse(errors.ROLE_SCOPE_MISMATCH, { path: ['input', 'role'], details });
    }
    await lockAdministration(tx);
    if (await roleIsHeld(tx, accountId, input.role, organizationId)) {
      throw refuse(errors.ROLE_ALREADY_HELD, { path: ['input', 'role'] });
    }
    const assignment = {
      id: uuidv7(),
      principalId: accountId,
      role: input.role,
      organizationId,
      since,
      until: input.until,
    };
    tx.em.persist(tx.em.create(RoleAssignmentEntity, assignment));
    await tx.emit('account.changed', { accountId });
    return accountId;
  });
}

/** Takes a role away as of today; the assignment stays on record. */
export async function revokeRole(ctx: RequestContext, input: RevokeRoleInput): Promise<string> {
  const parsed = parseGlobalId(input.assignmentId);
  if (parsed?.type !== 'RoleAssignment') throw refuse(kernelErrors.NOT_FOUND, { path: ['input', 'assignmentId'] });
  return ctx.transaction(async (tx) => {
    await lockAdministration(tx);
    const assignment = await tx.em.findOne(RoleAssignmentEntity, { id: parsed.uuid });
    if (!assignment || (assignment.until && compare(assignment.until, tx.today) <= 0)) {
      throw refuse(kernelErrors.NOT_FOUND, { path: ['input', 'assignmentId'] });
    }
    if (installedRoles(tx.kernel).get(assignment.role)?.beyondDistrict) {
      throw refuse(errors.ROLE_NOT_GIVEN_HERE, { path: ['input', 'assignmentId'], details: { role: assignment.role } });
    }
    if (assignment.role === 'administrator' && !(await otherAdministrators(tx, assignment.principalId))) {
      throw refuse(errors.ACCOUNT_LAST_ADMINISTRATOR);
    }
    // A role given today and taken back today was never in force on any day.
    if (compare(assignment.since, tx.today) >= 0) tx.em.remove(assignment);
    else assignment.until = tx.today;
    await tx.emit('account.changed', { accountId: assignment.principalId });
    return assignment.principalId;
  });
}

/** Accounts that the level above has given a role here are not this district's to stop. */
async function refuseBeyondDistrict(tx: RequestContext, accountId: string): Promise<void> {
  const known = installedRoles(tx.kernel);
  const held = await assignmentsOf(tx, accountId);
  const role = held.find((assignment) => known.get(assignment.role)?.beyondDistrict)?.role;
  if (role) throw refuse(errors.ROLE_NOT_GIVEN_HERE, { path: ['input', 'accountId'], details: { role } });
}
