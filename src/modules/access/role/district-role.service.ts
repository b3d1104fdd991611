import { ForeignKeyConstraintViolationException } from '@mikro-orm/core';
import { v7 as uuidv7 } from 'uuid';
import {
  assertHoldsInDistrict,
  assertVersion,
  checkLine,
  kernelErrors,
  localId,
  Problems,
  type RequestContext,
  type RoleScope,
  refuse,
} from '../../../kernel/index.js';
import { errors } from '../errors.js';
import { assignmentsOf, lockAdministration } from '../principal.repository.js';
import { DistrictRoleEntity } from './district-role.entity.js';
import type { ChangeRoleInput, CreateRoleInput, RemoveRoleInput } from './district-role.inputs.js';
import { roleIsAssigned } from './district-role.repository.js';
import { permissionsToGive } from './known-roles.js';

const CODE = /^own(-[a-z0-9]+)+$/;
const MAX_CODE = 40;
const MAX_TITLE_ZH = 40;
const MAX_TITLE_EN = 80;

/**
 * Makes a role of the district's own. Returns its local id.
 * Errors: INVALID_VALUE, ROLE_PERMISSION_RESERVED, ROLE_CODE_TAKEN.
 */
export async function createRole(ctx: RequestContext, input: CreateRoleInput): Promise<string> {
  assertHoldsInDistrict(ctx.principal, 'access:manage');
  const { code, scope } = input;
  const problems = new Problems();
  if (!CODE.test(code) || code.length > MAX_CODE) {
    problems.add(kernelErrors.INVALID_VALUE, ['input', 'code'], { reason: `own-[a-z0-9-], ${MAX_CODE}` });
  }
  const titles = checkTitles(problems, input);
  const permissions = checkPermissions(ctx, problems, scope, input.permissions);
  problems.throwIfAny();
  return ctx.transaction(async (tx) => {
    await lockAdministration(tx);
    if (await tx.em.findOne(DistrictRoleEntity, { code })) {
      throw refuse(errors.ROLE_CODE_TAKEN, { path: ['input', 'code'], details: { role: code } });
    }
    const role = tx.em.create(DistrictRoleEntity, { id: uuidv7(), code, scope, permissions, ...titles });
    tx.em.persist(role);
    await tx.emit('role.changed', { code });
    return role.id;
  });
}

/**
 * Changes titles or permissions; whoever holds the role has the new permissions within seconds.
 * Errors: NOT_FOUND, STALE_VERSION, INVALID_VALUE, ROLE_PERMISSION_RESERVED; ROLE_TO_ONESELF for a role one holds.
 */
export async function changeRole(ctx: RequestContext, input: ChangeRoleInput): Promise<string> {
  const id = localId('DistrictRole', input.roleId, ['input', 'roleId']);
  return ctx.transaction(async (tx) => {
    const role = await roleForChange(tx, id, input.expectedVersion);
    const problems = new Problems();
    const titles = checkTitles(problems, {
      titleZh: input.titleZh ?? role.titleZh,
      titleEn: input.titleEn ?? role.titleEn,
    });
    if (input.permissions) role.permissions = checkPermissions(tx, problems, role.scope, input.permissions);
    problems.throwIfAny();
    Object.assign(role, titles);
    await tx.emit('role.changed', { code: role.code });
    return id;
  });
}

/** Removes a role that nobody holds and nothing leads to. Returns its code. Errors: NOT_FOUND, STALE_VERSION, ROLE_IN_USE. */
export async function removeRole(ctx: RequestContext, input: RemoveRoleInput): Promise<string> {
  const id = localId('DistrictRole', input.roleId, ['input', 'roleId']);
  return ctx.transaction(async (tx) => {
    const role = await roleForChange(tx, id, input.expectedVersion);
    const inUse = refuse(errors.ROLE_IN_USE, { path: ['input', 'roleId'], details: { role: role.code } });
    if (await roleIsAssigned(tx, role.code)) throw inUse;
    tx.em.remove(role);
    // Tables of other modules may lead to the role as well: groups of a provider, say.
    await tx.em.flush().catch((error: unknown) => {
      throw error instanceof ForeignKeyConstraintViolationException ? inUse : error;
    });
    await tx.emit('role.changed', { code: role.code });
    return role.code;
  });
}

async function roleForChange(tx: RequestContext, id: string, expectedVersion: number) {
  assertHoldsInDistrict(tx.principal, 'access:manage');
  await lockAdministration(tx);
  const role = await tx.em.findOne(DistrictRoleEntity, { id });
  if (!role) throw refuse(kernelErrors.NOT_FOUND, { path: ['input', 'roleId'] });
  assertVersion(role.version, expectedVersion);
  if (await isOnesOwn(tx, role.code)) {
    throw refuse(errors.ROLE_TO_ONESELF, { path: ['input', 'roleId'] });
  }
  return role;
}

/** Held by assignment, today or later, or by this sign-in; also where the caller's client lets nothing of it through. */
async function isOnesOwn(tx: RequestContext, code: string): Promise<boolean> {
  const { principal } = tx;
  if (!principal) return false;
  const bySignIn = principal.grants.some(({ role }) => role === code) || principal.cutRoles?.has(code);
  return bySignIn || (await assignmentsOf(tx, principal.id)).some(({ role }) => role === code);
}

interface Titles {
  readonly titleZh: string;
  readonly titleEn: string;
}

function checkTitles(problems: Problems, { titleZh, titleEn }: Titles): Titles {
  return {
    titleZh: checkLine(problems, ['input', 'titleZh'], titleZh, { max: MAX_TITLE_ZH }),
    titleEn: checkLine(problems, ['input', 'titleEn'], titleEn, { max: MAX_TITLE_EN }),
  };
}

/** The permissions in order and each once; a name that nobody declares is as reserved as one of the level above. */
function checkPermissions(
  { kernel, facts }: RequestContext,
  problems: Problems,
  scope: RoleScope,
  wanted: readonly string[],
): string[] {
  const allowed = permissionsToGive(kernel, facts.modules, scope);
  for (const [at, permission] of wanted.entries()) {
    if (allowed.has(permission)) continue;
    problems.add(errors.ROLE_PERMISSION_RESERVED, ['input', 'permissions', String(at)], { permission, scope });
  }
  return [...new Set(wanted)].sort();
}
