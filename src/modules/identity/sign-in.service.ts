import { v7 as uuidv7 } from 'uuid';
import { actAsSystem, lockFor, type Principal, plainLine, type RequestContext } from '../../kernel/index.js';
import { loadPrincipal, PrincipalEntity } from '../access/index.js';
import { throughClient } from '../clients/index.js';
import { rolesOfGroups } from './group/group-role.repository.js';
import { isLoggedOut } from './logout/logout.repository.js';
import type { TokenFacts } from './token/claims.js';

/** Name of an account until it is bound to a person or somebody names it. */
export const UNBOUND_NAME = '（未绑定）';

/**
 * The principal behind a proven token, as the tables say today: logged out, suspended or unknown is `null`. Somebody new
 * gets an account when the provider is open to members, or when a group of theirs means a role here.
 */
export async function loadSignedIn(ctx: RequestContext, facts: TokenFacts): Promise<Principal | null> {
  const { provider, sub, groups, secondFactor, clientId } = facts;
  if (await isLoggedOut(ctx, facts)) return refused(ctx, 'its session or subject was logged out');
  const subject = subjectOf(facts);
  const extraRoles = await rolesOfGroups(ctx, { provider: provider.id, groups, subject });
  const withoutRoles = provider.settings.members;
  const load = () => loadPrincipal(ctx, subject, { secondFactor, extraRoles, withoutRoles });
  let principal = await load();
  if (!principal && (withoutRoles || extraRoles.length > 0) && (await openAccount(ctx, facts, sub))) {
    principal = await load();
  }
  // Client ids are unique at their provider only.
  if (!principal) return refused(ctx, 'its subject has no account that is active and may sign in');
  const client = `${provider.id}:${clientId}`;
  return (
    (await throughClient(ctx, principal, client)) ??
    refused(ctx, `its client ${client} is not registered in the district, or suspended`)
  );
}

/** The caller hears no reason; the operator reads it in the log. */
function refused({ kernel, district }: RequestContext, reason: string): null {
  kernel.log.debug({ district: district.code, reason }, 'a token was not accepted');
  return null;
}

/** Name of the account of a provider's subject. */
function subjectOf({ provider, sub }: TokenFacts): string {
  return `${provider.id}:${sub}`;
}

/** Makes the account at the first sign-in; false when it exists, in which case the tables have said no to it. */
async function openAccount(ctx: RequestContext, facts: TokenFacts, sub: string): Promise<boolean> {
  const subject = subjectOf(facts);
  return actAsSystem(ctx.kernel, ctx.district, 'identity:first-sign-in', (system) =>
    system.transaction(async (tx) => {
      await lockFor(tx, `identity:first-sign-in:${subject}`);
      if (await tx.em.findOne(PrincipalEntity, { subject })) return false;
      // Of members the register knows the name; staff have what the provider calls them, for the audit to be readable.
      const name = facts.provider.settings.members ? UNBOUND_NAME : staffName(facts.name ?? sub);
      const account = tx.em.create(PrincipalEntity, { id: uuidv7(), subject, name });
      tx.em.persist(account);
      await tx.emit('account.registered', { accountId: account.id });
      return true;
    }),
  );
}

function staffName(name: string): string {
  return [...(plainLine(name) || UNBOUND_NAME)].slice(0, 100).join('');
}
