import { type ErrorDefinition, type RequestContext, scopesOf } from '../../../kernel/index.js';
import { errors } from '../errors.js';
import { MemberEntity } from '../member/member.entity.js';
import { ownIds } from '../member/member.node.js';
import { isReaderAt } from '../member/member.repository.js';
import { MembershipApplicationEntity } from './application.entity.js';

/** What keeps a person whom the register knows from applying, and which part of the input it is about. */
export interface Hindrance {
  readonly error: ErrorDefinition;
  readonly field: 'name' | 'nationalId';
}

export async function hindranceOf(tx: RequestContext, memberId: string, name: string): Promise<Hindrance | null> {
  const known = await tx.em.findOneOrFail(MemberEntity, { id: memberId });
  const pending = await tx.em.count(MembershipApplicationEntity, { memberId, status: 'PENDING' });
  if (known.name !== name) return { error: errors.MEMBER_NAME_MISMATCH, field: 'name' };
  if (known.status === 'DECEASED') return { error: errors.MEMBER_DECEASED, field: 'nationalId' };
  if (known.organizationId !== null) return { error: errors.MEMBERSHIP_PRIMARY_EXISTS, field: 'nationalId' };
  if (pending > 0) return { error: errors.MEMBERSHIP_APPLICATION_PENDING, field: 'nationalId' };
  return null;
}

/**
 * Whether the caller may hear what the register knows about whoever applies to this union: those who read its members
 * may, and people about themselves. To others (a public form, a third party's program) every answer is the same, or
 * they could find out by their ID numbers who is a member.
 */
export async function mayHear(ctx: RequestContext, organizationId: string): Promise<(memberId: string) => boolean> {
  const reader = await isReaderAt(ctx, organizationId);
  const own = ownIds(ctx);
  return (memberId) => reader || own.includes(memberId);
}

/** Whether nothing that is said to the caller may depend on the register, so that time must not tell it either. */
export function hearsNothing(ctx: RequestContext): boolean {
  return scopesOf(ctx.principal, 'member:read').every(({ kind }) => kind === 'self');
}
