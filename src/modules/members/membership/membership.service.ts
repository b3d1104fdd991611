import type { InferEntity } from '@mikro-orm/core';
import { v7 as uuidv7 } from 'uuid';
import { assertVersion, type CalendarDay, kernelErrors, type RequestContext, refuse } from '../../../kernel/index.js';
import { appendFigures, assertMay } from '../../organizations/index.js';
import { errors } from '../errors.js';
import { MemberEntity } from '../member/member.entity.js';
import { memberNode } from '../member/member.node.js';
import { lockMember } from '../member/member.repository.js';
import { MembershipEntity } from './membership.entity.js';
import type { AddSecondaryMembershipInput, EndMembershipInput, TransferMembershipInput } from './membership.inputs.js';
import { membershipNode } from './membership.node.js';
import { assertDay, statedReason, unionTakingMembers } from './union.js';

type Person = InferEntity<typeof MemberEntity>;
type Stretch = InferEntity<typeof MembershipEntity>;

// Ids in what services take and give are local ones; resolvers translate.

/** What changed. */
export interface Changed {
  readonly memberId: string;
  readonly membershipId: string;
}

/** What a person's status becomes when the primary membership ends for a reason; other reasons do not end one. */
const STATUS_AFTER: Readonly<Record<string, string>> = {
  LEFT: 'LEFT',
  RETIRED: 'RETIRED',
  DECEASED: 'DECEASED',
  TRANSFERRED_OUT: 'TRANSFERRED',
};
const ENDS_COVERAGE: ReadonlySet<string> = new Set(['LEFT', 'COVERAGE_ENDED']);

/** Opens a membership in the caller's transaction; the caller has checked everything and holds the person's lock. */
export function openMembership(
  tx: RequestContext,
  memberId: string,
  organizationId: string,
  kind: 'PRIMARY' | 'SECONDARY',
  since: CalendarDay,
): Stretch {
  return tx.em.create(
    MembershipEntity,
    {
      id: uuidv7(),
      districtId: tx.district.id,
      memberId,
      organizationId,
      kind,
      since,
      until: null,
      reasonEnded: null,
      note: '',
      batchId: null,
    },
    { persist: true },
  );
}

/**
 * Moves a member to another union of the district: the old primary membership ends and the new one begins on the same
 * day. Coverage by the very union that becomes the primary one ends with it; other coverage stays.
 * Errors: NOT_FOUND, FORBIDDEN, STALE_VERSION, MEMBERSHIP_* as in `errors.ts`.
 */
export async function transferMembership(ctx: RequestContext, input: TransferMembershipInput): Promise<Changed> {
  const { memberId, toOrganizationId: toId } = input;
  const note = statedReason(input.reason, ['input', 'reason']);
  return ctx.transaction(async (tx) => {
    const { person, open } = await lockedPerson(tx, memberId, ['input', 'memberId']);
    const primary = primaryOf(open, ['input', 'memberId']);
    await assertMay(tx, 'membership:transfer', primary.organizationId, ['input', 'memberId']);
    await assertMay(tx, 'membership:transfer', toId, ['input', 'toOrganizationId']);
    assertVersion(person.version, input.expectedVersion);
    if (primary.organizationId === toId) {
      throw refuse(errors.MEMBERSHIP_SAME_ORGANIZATION, { path: ['input', 'toOrganizationId'] });
    }
    const union = await unionTakingMembers(tx, toId, ['input', 'toOrganizationId']);
    const since = input.since ?? tx.today;
    assertDay(tx, since, [primary.since, union.foundedOn], ['input', 'since']);
    const fromId = primary.organizationId;
    close(primary, since, 'TRANSFERRED', note);
    await endCoverage(
      tx,
      open.filter((other) => other.kind === 'SECONDARY' && other.organizationId === toId),
      since,
    );
    person.organizationId = toId;
    person.keeperOrganizationId = toId;
    await tx.em.flush(); // The old one has to be closed before the database sees the new one.
    const next = openMembership(tx, memberId, toId, 'PRIMARY', since);
    await tx.emit('membership.transferred', {
      memberId,
      membershipId: next.id,
      fromOrganizationId: fromId,
      organizationId: toId,
    });
    await appendFigures(tx, [
      { organizationId: fromId, day: since, members: -1 },
      { organizationId: toId, day: since, members: 1 },
    ]);
    return { memberId, membershipId: next.id };
  });
}

/**
 * Second coverage: a member of one union is covered by a joint union as well.
 * Errors: NOT_FOUND, FORBIDDEN, MEMBERSHIP_NOT_ACTIVE, MEMBERSHIP_JOINT_UNION_REQUIRED, MEMBERSHIP_SAME_ORGANIZATION, …
 */
export async function addSecondaryMembership(
  ctx: RequestContext,
  input: AddSecondaryMembershipInput,
): Promise<Changed> {
  const { memberId, organizationId } = input;
  return ctx.transaction(async (tx) => {
    const { open } = await lockedPerson(tx, memberId, ['input', 'memberId']);
    const primary = primaryOf(open, ['input', 'memberId']);
    await assertMay(tx, 'membership:cover', primary.organizationId, ['input', 'memberId']);
    await assertMay(tx, 'membership:cover', organizationId, ['input', 'organizationId']);
    const union = await unionTakingMembers(tx, organizationId, ['input', 'organizationId']);
    if (union.kind !== 'JOINT_UNION') {
      throw refuse(errors.MEMBERSHIP_JOINT_UNION_REQUIRED, { path: ['input', 'organizationId'] });
    }
    if (open.some((other) => other.organizationId === organizationId)) {
      throw refuse(errors.MEMBERSHIP_SAME_ORGANIZATION, { path: ['input', 'organizationId'] });
    }
    const since = input.since ?? tx.today;
    const before = await tx.em.find(MembershipEntity, { memberId, organizationId, kind: 'SECONDARY' });
    assertDay(tx, since, [primary.since, union.foundedOn, ...before.map(({ until }) => until!)], ['input', 'since']);
    const cover = openMembership(tx, memberId, organizationId, 'SECONDARY', since);
    await tx.emit('membership.started', { memberId, membershipId: cover.id, organizationId, kind: 'SECONDARY' });
    await appendFigures(tx, [{ organizationId, day: since, coveredMembers: 1 }]);
    return { memberId, membershipId: cover.id };
  });
}

/**
 * Ends a membership. With the primary one all second coverage ends too, since it supplements a membership and does
 * not stand alone; whoever should stay in a joint union is transferred there.
 * Errors: NOT_FOUND, FORBIDDEN, STALE_VERSION, MEMBERSHIP_ENDED, MEMBERSHIP_REASON_UNFIT, MEMBERSHIP_DATE_*.
 */
export async function endMembership(ctx: RequestContext, input: EndMembershipInput): Promise<Changed> {
  const { membershipId } = input;
  return ctx.transaction(async (tx) => {
    const seen = await membershipNode.load(tx, membershipId);
    if (!seen) throw refuse(kernelErrors.NOT_FOUND, { path: ['input', 'membershipId'] });
    const { memberId } = seen;
    const { person, open } = await lockedPerson(tx, memberId, ['input', 'membershipId']);
    const ending = await tx.em.findOneOrFail(MembershipEntity, { id: membershipId });
    await assertMay(tx, 'membership:end', ending.organizationId, ['input', 'membershipId']);
    if (ending.until !== null) throw refuse(errors.MEMBERSHIP_ENDED, { path: ['input', 'membershipId'] });
    assertVersion(ending.version, input.expectedVersion);
    const primary = ending.kind === 'PRIMARY';
    if (!(primary ? Object.hasOwn(STATUS_AFTER, input.reason) : ENDS_COVERAGE.has(input.reason))) {
      throw refuse(errors.MEMBERSHIP_REASON_UNFIT, { path: ['input', 'reason'] });
    }
    assertDay(tx, input.until, [ending.since], ['input', 'until']);
    close(ending, input.until, input.reason);
    if (primary) {
      person.status = STATUS_AFTER[input.reason]!;
      person.organizationId = null;
      await endCoverage(
        tx,
        open.filter(({ kind }) => kind === 'SECONDARY'),
        input.until,
      );
    }
    const { organizationId, kind } = ending;
    await tx.emit('membership.ended', { memberId, membershipId, organizationId, kind, reason: input.reason });
    const change = primary ? { members: -1 } : { coveredMembers: -1 };
    await appendFigures(tx, [{ organizationId, day: input.until, ...change }]);
    return { memberId, membershipId };
  });
}

/**
 * The person with all memberships in force, locked against every other change of them.
 * Errors: NOT_FOUND, also for a person the caller may not see.
 */
async function lockedPerson(
  tx: RequestContext,
  memberId: string,
  path: readonly string[],
): Promise<{ person: Person; open: Stretch[] }> {
  if (!(await memberNode.load(tx, memberId))) throw refuse(kernelErrors.NOT_FOUND, { path });
  await lockMember(tx, memberId);
  const person = await tx.em.findOneOrFail(MemberEntity, { id: memberId });
  const open = await tx.em.find(MembershipEntity, { memberId, until: null });
  return { person, open };
}

function primaryOf(open: readonly Stretch[], path: readonly string[]): Stretch {
  const primary = open.find(({ kind }) => kind === 'PRIMARY');
  if (!primary) throw refuse(errors.MEMBERSHIP_NOT_ACTIVE, { path });
  return primary;
}

function close(membership: Stretch, until: CalendarDay, reason: string, note = ''): void {
  membership.until = until;
  membership.reasonEnded = reason;
  membership.note = note;
}

/** Coverage that began after `until` (the end was entered late) ends on its first day: it was never in force. */
async function endCoverage(tx: RequestContext, coverage: readonly Stretch[], until: CalendarDay): Promise<void> {
  for (const cover of coverage) {
    const day = cover.since > until ? cover.since : until;
    close(cover, day, 'COVERAGE_ENDED');
    const { id, memberId, organizationId } = cover;
    await tx.emit('membership.ended', {
      memberId,
      membershipId: id,
      organizationId,
      kind: 'SECONDARY',
      reason: 'COVERAGE_ENDED',
    });
    await appendFigures(tx, [{ organizationId, day, coveredMembers: -1 }]);
  }
}
