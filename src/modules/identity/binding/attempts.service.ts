import { lockFor, type RequestContext, refuse } from '../../../kernel/index.js';
import { errors } from '../errors.js';
import { addressDigest } from './address.js';
import { noteAttempt, recentAttempts, WINDOW_MINUTES } from './attempts.repository.js';

const MAX_OF_ACCOUNT = 5;
const MAX_OF_ADDRESS = 20;

/**
 * Counts a try before it is made, in a transaction of its own: it stays counted whatever becomes of the try, and any
 * number of tries at once are counted one by one. Returns the id under which a successful try is taken back.
 * Errors: PERSON_TOO_MANY_TRIES after 5 wrong ones of the account, or 20 of the address, in 15 minutes.
 */
export async function countAttempt(ctx: RequestContext, accountId: string): Promise<string> {
  if (ctx.writing) throw new Error('a try must be counted outside the transaction of the try');
  const address = addressDigest(ctx);
  return ctx.transaction(async (tx) => {
    // Always in this order, so that two tries cannot wait for each other.
    await lockFor(tx, `identity:tries:${accountId}`);
    await lockFor(tx, `identity:tries:${address.toString('hex')}`);
    const { ofAccount, ofAddress } = await recentAttempts(tx, accountId, address);
    if (ofAccount >= MAX_OF_ACCOUNT || ofAddress >= MAX_OF_ADDRESS) {
      throw refuse(errors.PERSON_TOO_MANY_TRIES, { details: { minutes: WINDOW_MINUTES } });
    }
    return noteAttempt(tx, accountId, address);
  });
}
