import { createContext, type Grant, type Principal, type RequestContext } from '../../../kernel/index.js';
import { loadPrincipal, type RoleGiven } from '../../access/index.js';
import { actorNow } from './standing.repository.js';

/** What is kept of a caller who asked for something that happens later: never more than they could do then. */
export interface Standing {
  readonly principalId: string;
  /** Of a program that acts by itself; empty for an account, whose name its own row tells. */
  readonly name: string;
  readonly client: Principal['client'] | null;
  readonly secondFactor: boolean;
  readonly roles: readonly RoleGiven[];
  readonly permissions: readonly string[];
}

export function standingOf(ctx: RequestContext): Standing {
  const { id, name, client, grants, withheld } = ctx.principal!;
  return {
    principalId: id,
    name: client?.id === id ? name : '',
    client: client ?? null,
    secondFactor: withheld === undefined,
    roles: grants.map(roleOf),
    permissions: [...new Set(grants.flatMap(({ permissions }) => [...permissions]))].sort(),
  };
}

/** Whether the caller has every role that stood in a standing, at the same place. */
export function rolesLeft(ctx: RequestContext, { roles }: Pick<Standing, 'roles'>): boolean {
  const held = (ctx.principal?.grants ?? []).map(roleOf);
  return roles.every((then) =>
    held.some((now) => now.role === then.role && now.organizationId === then.organizationId),
  );
}

function roleOf({ role, scope }: Grant): RoleGiven {
  return { role, organizationId: scope.kind === 'subtree' ? scope.organizationId : null };
}

/**
 * A context in which the caller of then acts again: with what the tables say now, cut to what they could do then. A
 * role that came from a group of the provider counts as long as some group still leads to it; whether the person is
 * still in that group only a new sign-in tells. Through somebody else's program only what the person still lets it do.
 * `null` when the account or its program is gone or suspended.
 */
export async function actingAgain(
  ctx: RequestContext,
  standing: Standing,
  requestId: string = ctx.requestId,
): Promise<RequestContext | null> {
  const principal = await principalAgain(ctx, standing);
  if (!principal) return null;
  const again = createContext(ctx.kernel, { ...ctx.facts, principal, requestId });
  again.action = ctx.action;
  return again;
}

async function principalAgain(ctx: RequestContext, standing: Standing): Promise<Principal | null> {
  const { principalId, name, client, secondFactor, roles } = standing;
  const now = await actorNow(ctx, principalId, client?.id ?? null);
  if (!now) return null;
  const scopes = now.scopes && new Set(now.scopes);
  const then = new Set(standing.permissions.filter((permission) => scopes?.has(permission) ?? true));
  if (now.subject === null) {
    // A program with a key of its own: its scopes are all that it has.
    return {
      id: principalId,
      name,
      grants: [{ role: 'client', scope: { kind: 'district' }, permissions: then }],
      ...(client && { client }),
    };
  }
  if (scopes && now.firstParty !== true) {
    const consented = new Set(now.consented ?? []);
    for (const permission of then) if (!consented.has(permission)) then.delete(permission);
  }
  const extraRoles = now.groupRoles.filter((led) =>
    roles.some(({ role, organizationId }) => role === led.role && organizationId === led.organizationId),
  );
  const today = await loadPrincipal(ctx, now.subject, { secondFactor, extraRoles });
  if (!today) return null;
  const grants = today.grants.map(
    (grant): Grant => ({ ...grant, permissions: new Set([...grant.permissions].filter((one) => then.has(one))) }),
  );
  return { id: today.id, name: today.name, grants, ...(client && { client }) };
}
