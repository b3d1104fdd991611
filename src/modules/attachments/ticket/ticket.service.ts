import { createHash, randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { actAsSystem, type Kernel, type RequestContext, refuse } from '../../../kernel/index.js';
import { errors } from '../errors.js';
import { actingAgain, standingOf } from './standing.js';
import { insertTickets, takeTicket, type TicketTerms, type TicketUse } from './ticket.repository.js';

/** How long an address for reading works, in seconds. */
export const DOWNLOAD_SECONDS = 60;
/** How long an address for writing works, in seconds: somebody has to choose a file. */
export const UPLOAD_SECONDS = 600;

const SECRET_BYTES = 32;

/**
 * A single-use address below `base` for one target, on behalf of the caller; those of one tick are kept with one
 * statement. The district stands in it, so that it can be looked for inside that district alone.
 */
export async function issueAddress(
  ctx: RequestContext,
  base: string,
  terms: Omit<TicketTerms, 'standing'>,
  targetId: string,
): Promise<string> {
  const ticket = await ctx.batched<string, string>(`ticket:${base}:${terms.use}`, async (targets) => {
    const secrets = targets.map(() => randomBytes(SECRET_BYTES).toString('base64url'));
    const tickets = targets.map((target, index) => ({ id: uuidv7(), hash: hashOf(secrets[index]!), targetId: target }));
    await insertTickets(ctx, tickets, { ...terms, standing: standingOf(ctx) });
    return secrets.map((secret) => `${ctx.district.code}-${secret}`);
  })(targetId);
  return `${base}/${ticket}`;
}

/** Who asked for an address, as they are at the moment of asking this; `null` when they may do nothing any more. */
export type Again = () => Promise<RequestContext | null>;

/** What a request brings to an address. */
export interface UsedAddress {
  readonly ticket: string;
  readonly requestId: string;
  readonly use: TicketUse;
  readonly type: string;
}

/**
 * Uses an address up and runs `work` as the one who asked for it, with the permissions of this moment.
 * Errors: FILE_ADDRESS_INVALID for anything that is not an address in force, whatever the reason.
 */
export async function useAddress<T>(
  kernel: Kernel,
  { ticket, requestId, use, type }: UsedAddress,
  work: (ctx: RequestContext, targetId: string, again: Again) => Promise<T>,
): Promise<T> {
  const [, code, secret] = /^([0-9A-Z]{6,12})-([\w-]{43})$/.exec(ticket) ?? [];
  const district = code && (await kernel.districts.byCode(code));
  if (!district || !secret) throw refuse(errors.FILE_ADDRESS_INVALID);
  return actAsSystem(kernel, district, `${use === 'UPLOAD' ? 'upload' : 'download'}${type}`, async (system) => {
    const found = await takeTicket(system, hashOf(secret), use, type);
    if (!found) throw refuse(errors.FILE_ADDRESS_INVALID);
    const again = () => actingAgain(system, found.standing, requestId);
    const ctx = await again();
    if (!ctx) throw refuse(errors.FILE_ADDRESS_INVALID);
    return work(ctx, found.targetId, again);
  });
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
