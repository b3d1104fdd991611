import { v7 as uuidv7 } from 'uuid';
import { actAsSystem, type Kernel, lockFor, type RequestContext } from '../../../kernel/index.js';
import type { Provider } from '../provider/provider.js';
import type { LogoutOrder } from '../token/signed-token.js';
import { LogoutEntity } from './logout.entity.js';
import { digestOf, forgetOldLogouts, isKnownLogout } from './logout.repository.js';

/**
 * Notes a logout in every district that the provider serves; each process asks the table with its next look at the
 * session, at most five seconds later. False when the same logout token was received before.
 */
export async function logOut(kernel: Kernel, provider: Provider, order: LogoutOrder): Promise<boolean> {
  let fresh = false;
  for (const district of (await kernel.districts.all()).values()) {
    if (!provider.serves(district.code)) continue;
    const noted = await actAsSystem(kernel, district, 'identity:backchannel-logout', (ctx) =>
      note(ctx, provider.id, order),
    );
    fresh ||= noted;
  }
  return fresh;
}

async function note(ctx: RequestContext, provider: string, order: LogoutOrder): Promise<boolean> {
  const { jti, sub, sessionId, issuedAt } = order;
  const tokenDigest = digestOf(provider, 'token', jti);
  return ctx.transaction(async (tx) => {
    await lockFor(tx, `identity:logout:${tokenDigest.toString('hex')}`);
    if (await isKnownLogout(tx, tokenDigest)) return false;
    const logout = tx.em.create(LogoutEntity, {
      id: uuidv7(),
      provider,
      tokenDigest,
      subjectDigest: sub === null ? null : digestOf(provider, 'subject', sub),
      sessionDigest: sessionId === null ? null : digestOf(provider, 'session', sessionId),
      issuedAt: new Date(issuedAt * 1_000),
      receivedAt: tx.facts.startedAt,
    });
    tx.em.persist(logout);
    await forgetOldLogouts(tx);
    return true;
  });
}
