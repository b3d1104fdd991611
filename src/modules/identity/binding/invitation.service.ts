import { v7 as uuidv7 } from 'uuid';
import { kernelErrors, lockFor, type RequestContext, refuse } from '../../../kernel/index.js';
import { memberNode } from '../../members/index.js';
import { assertMay } from '../../organizations/index.js';
import { errors } from '../errors.js';
import { MemberInvitationEntity } from './binding.entity.js';
import { isHeld } from './binding.repository.js';
import { digestOfCode, newInvitationCode } from './invitation-code.js';

const DAYS = 7;
const DAY_MS = 24 * 60 * 60 * 1_000;

/** A code as it is told once. */
export interface Invitation {
  readonly code: string;
  readonly expiresAt: Date;
}

/**
 * Makes a code by which one member binds one account; an earlier one of the same member stops.
 * Errors: NOT_FOUND, FORBIDDEN when the permission does not reach the member's union, PERSON_ALREADY_BOUND.
 */
export async function inviteMember(ctx: RequestContext, memberId: string): Promise<Invitation> {
  const path = ['input', 'memberId'];
  return ctx.transaction(async (tx) => {
    const member = await memberNode.load(tx, memberId);
    if (!member) throw refuse(kernelErrors.NOT_FOUND, { path });
    await assertMay(tx, 'identity:invite', member.keeperOrganizationId, path);
    await lockFor(tx, `identity:person:${memberId}`);
    if (await isHeld(tx, memberId)) throw refuse(errors.PERSON_ALREADY_BOUND, { path });
    const now = tx.facts.startedAt;
    const earlier = await tx.em.findOne(MemberInvitationEntity, { memberId, usedAt: null, withdrawnAt: null });
    if (earlier) earlier.withdrawnAt = now;
    await tx.em.flush();
    const code = newInvitationCode();
    const expiresAt = new Date(now.getTime() + DAYS * DAY_MS);
    const facts = { memberId, codeDigest: digestOfCode(tx.district.id, code), createdAt: now, expiresAt };
    tx.em.persist(tx.em.create(MemberInvitationEntity, { id: uuidv7(), ...facts, invitedBy: tx.principal!.id }));
    await tx.emit('member.invited', { memberId });
    return { code, expiresAt };
  });
}
