import { v7 as uuidv7 } from 'uuid';
import {
  assertHoldsInDistrict,
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
import type { RegisterAccountInput, RevokeRoleInput, SuspendAccountInput } from './account.inputs.js';
import { errors } from './errors.js';
import { PrincipalEntity, RoleAssignmentEntity } from './principal.entity.js';
import { assignmentsOf, heldByOthers, lockAdministration } from './principal.repository.js';
import { assertMayGive, permissionToGive } from './role/authority.js';
import { rolesByCode } from './role/known-roles.js';
import { ADMINISTRATORS } from './roles.js';

/** Registers an identity of this district. It can do nothing until it is given a role. Returns the local id. */
export async function registerAccount(ctx: RequestContext, input: RegisterAccountInput): Promise<string> {
  assertHoldsInDistrict(ctx.principal, 'access:assign');
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
    const held = await assertMayStop(tx, id);
    assertVersion(account.version, input.expectedVersion);
    if (input.suspended) for (const role of held) await refuseLast(tx, role, id);
    account.status = input.suspended ? 'SUSPENDED' : 'ACTIVE';
    await tx.emit('account.changed', { accountId: id });
    return id;
  });
}

/** Takes a role away as of today; the assignment stays on record. */
export async function revokeRole(ctx: RequestContext, input: RevokeRoleInput): Promise<string> {
  const parsed = parseGlobalId(input.assignmentId);
  if (parsed?.type !== 'RoleAssignment') throw refuse(kernelErrors.NOT_FOUND, { path: ['input', 'assignmentId'] });
  return ctx.transaction(async (tx) => {
    await lockAdministration(tx);
    const assignment = await tx.em.findOne(RoleAssignmentEntity, { id: parsed.uuid });
    const over = assignment?.until && compare(assignment.until, tx.today) <= 0;
    if (!assignment || over || tx.hides(assignment.role)) {
      throw refuse(kernelErrors.NOT_FOUND, { path: ['input', 'assignmentId'] });
    }
    const role = (await rolesByCode(tx, [assignment.role])).get(assignment.role);
    if (role) assertMayGive(tx, role, ['input', 'assignmentId']);
    else assertHoldsInDistrict(tx.principal, permissionToGive(assignment.role));
    await refuseLast(tx, assignment.role, assignment.principalId);
    // A role given today and taken back today was never in force on any day.
    if (compare(assignment.since, tx.today) >= 0) tx.em.remove(assignment);
    else assignment.until = tx.today;
    await tx.emit('account.changed', { accountId: assignment.principalId });
    return assignment.principalId;
  });
}

/**
 * Whoever stops an account must be allowed to take the weightiest of its roles away. Returns their codes.
 * Errors: ROLE_NOT_GIVEN_HERE, FORBIDDEN.
 */
async function assertMayStop(tx: RequestContext, accountId: string): Promise<ReadonlySet<string>> {
  const codes = new Set((await assignmentsOf(tx, accountId)).map(({ role }) => role));
  const held = [...(await rolesByCode(tx, codes)).values()];
  const weightiest =
    held.find(({ beyondDistrict }) => beyondDistrict) ?? held.find(({ code }) => ADMINISTRATORS.has(code));
  if (weightiest) assertMayGive(tx, weightiest, ['input', 'accountId']);
  else assertHoldsInDistrict(tx.principal, 'access:manage');
  return codes;
}

/** Without the first nobody could work, without the second nobody could ever be appointed again. */
const INDISPENSABLE: ReadonlySet<string> = new Set(['administrator', 'security-administrator']);

async function refuseLast(tx: RequestContext, role: string, accountId: string): Promise<void> {
  if (!INDISPENSABLE.has(role) || (await heldByOthers(tx, role, accountId))) return;
  throw refuse(errors.ACCOUNT_LAST_ADMINISTRATOR, { details: { role } });
}
