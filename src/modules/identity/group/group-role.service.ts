import { v7 as uuidv7 } from 'uuid';
import { checkLine, kernelErrors, localId, Problems, type RequestContext, refuse } from '../../../kernel/index.js';
import { assertMayGive, lockAdministration, rolesByCode } from '../../access/index.js';
import { organizationNode } from '../../organizations/index.js';
import { errors } from '../errors.js';
import { providersOf } from '../provider/providers.js';
import { GroupRoleEntity } from './group-role.entity.js';
import type { MapGroupInput, UnmapGroupInput } from './group-role.inputs.js';

/**
 * Says which role a group of a provider means here. Roles that need a second factor, and those that a person holds for
 * itself, are given to accounts by name alone: whoever fills groups at the provider is not of this district.
 * Errors: PROVIDER_UNKNOWN, GROUP_ROLE_UNFIT, GROUP_ROLE_EXISTS, NOT_FOUND, INVALID_VALUE. Returns the local id.
 */
export async function mapGroup(ctx: RequestContext, input: MapGroupInput): Promise<string> {
  const organizationId = input.organizationId
    ? localId('Organization', input.organizationId, ['input', 'organizationId'])
    : null;
  const problems = new Problems();
  const groupName = checkLine(problems, ['input', 'group'], input.group, { max: 200 });
  const provider = providersOf(ctx.kernel).byId(input.provider);
  if (!provider?.serves(ctx.district.code)) problems.add(errors.PROVIDER_UNKNOWN, ['input', 'provider']);
  problems.throwIfAny();
  return ctx.transaction(async (tx) => {
    // Nobody removes the role meanwhile; once it is mapped, the table keeps it.
    await lockAdministration(tx);
    const role = (await rolesByCode(tx, [input.role])).get(input.role);
    const path = ['input', 'role'];
    if (
      !role ||
      role.secondFactor ||
      role.scope === 'self' ||
      (role.scope === 'subtree') !== (organizationId !== null)
    ) {
      throw refuse(errors.GROUP_ROLE_UNFIT, { path, details: { role: input.role } });
    }
    assertMayGive(tx, role, path);
    if (organizationId && !(await organizationNode.load(tx, organizationId))) {
      throw refuse(kernelErrors.NOT_FOUND, { path: ['input', 'organizationId'] });
    }
    const mapping = { provider: input.provider, groupName, role: role.code, organizationId };
    if (await tx.em.findOne(GroupRoleEntity, mapping)) throw refuse(errors.GROUP_ROLE_EXISTS, { path });
    const created = tx.em.create(GroupRoleEntity, { id: uuidv7(), ...mapping, mappedBy: tx.principal!.id });
    tx.em.persist(created);
    await tx.emit('group-role.changed', { provider: input.provider, role: role.code });
    return created.id;
  });
}

/** Takes a mapping away; whoever had the role by it loses it within seconds. Errors: NOT_FOUND. Returns the local id. */
export async function unmapGroup(ctx: RequestContext, input: UnmapGroupInput): Promise<string> {
  const id = localId('GroupRole', input.id, ['input', 'id']);
  return ctx.transaction(async (tx) => {
    const mapping = await tx.em.findOne(GroupRoleEntity, { id });
    if (!mapping || tx.hides(mapping.role)) throw refuse(kernelErrors.NOT_FOUND, { path: ['input', 'id'] });
    tx.em.remove(mapping);
    await tx.emit('group-role.changed', { provider: mapping.provider, role: mapping.role });
    return id;
  });
}
