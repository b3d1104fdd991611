import { v7 as uuidv7 } from 'uuid';
import {
  assertVersion,
  addWorkingDays,
  assertHolds,
  both,
  businessDay,
  type CalendarDay,
  inEvenTime,
  kernelErrors,
  Problems,
  type RequestContext,
  refuse,
  scopesOf,
  settingsOf,
  SYSTEM_PRINCIPAL_ID,
} from '../../../kernel/index.js';
import { appendFigures, assertMay } from '../../organizations/index.js';
import { errors } from '../errors.js';
import { MemberEntity } from '../member/member.entity.js';
import { ownIds } from '../member/member.node.js';
import { findByIdentity, lockIdentity, lockMember } from '../member/member.repository.js';
import {
  type CheckedPerson,
  checkPerson,
  nationalIdIndex,
  phoneIndex,
  placeInApplication,
  placeInRegister,
  sealPerson,
} from '../member/person.js';
import { latestPrimary } from '../membership/membership.repository.js';
import { openMembership } from '../membership/membership.service.js';
import { assertDay, statedReason, unionTakingMembers } from '../membership/union.js';
import { memberSettings } from '../settings.js';
import { MembershipApplicationEntity } from './application.entity.js';
import type { ApplyForMembershipInput, DecideMembershipApplicationInput } from './application.inputs.js';
import { membershipApplicationNode } from './application.node.js';
import { calendarFrom, newApplicationNo } from './application.repository.js';
import { type Hindrance, hearsNothing, hindranceOf, mayHear } from './hindrance.js';

/** Longer than filing takes under load; callers who hear nothing of the register are answered at multiples of it. */
const ANSWER_STEP_MS = 250;

/** What the form of an application says, with the union by its local id. */
export type NewApplication = Omit<ApplyForMembershipInput, 'organizationId' | 'organizationCode'> & {
  readonly organizationId: string;
};

/** An application that was accepted for decision, by local ids. */
export interface Applied {
  readonly applicationId: string;
  readonly memberId: string;
  readonly applicationNo: string;
  readonly decideBy: CalendarDay;
}

/**
 * Files an application. The person is known by the identity number: somebody new gets a row in the register, a
 * former member comes back on the row they had, which changes only when the application is approved.
 * `synthetic` marks made-up people of the demo.
 *
 * Callers who may not read members get the same answer for everybody, in the same time. What stands in the way of the
 * application is then written down in it: it is filed as rejected, and the union sees it and can call the person.
 * Errors: MEMBER_*, MEMBERSHIP_PRIMARY_EXISTS, MEMBERSHIP_APPLICATION_PENDING, NOT_FOUND, FORBIDDEN.
 */
export async function applyForMembership(
  ctx: RequestContext,
  input: NewApplication,
  synthetic = false,
): Promise<Applied> {
  const problems = new Problems();
  const person = checkPerson(input, ctx.today, problems, ['input']);
  problems.throwIfAny();
  const apply = () => applyAs(ctx, input, person!, synthetic);
  return hearsNothing(ctx) ? inEvenTime(ANSWER_STEP_MS, apply) : apply();
}

async function applyAs(
  ctx: RequestContext,
  { organizationId, via }: NewApplication,
  person: CheckedPerson,
  synthetic: boolean,
): Promise<Applied> {
  const mayHearOf = await mayHear(ctx, organizationId);
  return ctx.transaction(async (tx) => {
    const index = await nationalIdIndex(tx, person.nationalId);
    await lockIdentity(tx, index);
    const known = await findByIdentity(tx, index);
    await assertMayApply(tx, organizationId, known);
    const union = await unionTakingMembers(tx, organizationId, ['input', 'organizationId']);
    const hindrance = known === null ? null : await hindranceOf(tx, known, person.name);
    if (known !== null && hindrance && mayHearOf(known)) {
      throw refuse(hindrance.error, { path: ['input', hindrance.field] });
    }
    const memberId = known ?? (await registered(tx, person, union.id, via, synthetic));
    const application = await filed(tx, memberId, union.id, person, via);
    const { id: applicationId, applicationNo, decideBy } = application;
    if (hindrance) setAside(tx, application, hindrance);
    else if (known !== null) await handOver(tx, known, union.id);
    const ids = { applicationId, memberId, organizationId: union.id };
    await tx.emit('membership.applied', ids);
    if (hindrance) await tx.emit('membership.decided', { ...ids, decision: 'REJECT' });
    return { applicationId, memberId, applicationNo, decideBy };
  });
}

/** With a grant for the person alone one applies for oneself only, to any union; otherwise the place decides. */
async function assertMayApply(tx: RequestContext, organizationId: string, memberId: string | null): Promise<void> {
  assertHolds(tx.principal, 'membership:apply');
  if (memberId !== null && ownIds(tx, 'membership:apply').includes(memberId)) return;
  if (scopesOf(tx.principal, 'membership:apply').every(({ kind }) => kind === 'self')) {
    const path = ['input', 'nationalId'];
    throw refuse(kernelErrors.FORBIDDEN, { path, details: { permission: 'membership:apply' } });
  }
  await assertMay(tx, 'membership:apply', organizationId, ['input', 'organizationId']);
}

async function registered(
  tx: RequestContext,
  person: CheckedPerson,
  organizationId: string,
  via: string,
  synthetic: boolean,
): Promise<string> {
  const id = uuidv7();
  const { name, gender, birthDate, employmentType, occupation } = person;
  tx.em.create(
    MemberEntity,
    {
      ...(await sealPerson(tx, id, person)),
      id,
      districtId: tx.district.id,
      organizationId: null,
      keeperOrganizationId: organizationId,
      name,
      gender,
      birthDate,
      employmentType,
      occupation,
      joinedVia: via,
      status: 'APPLIED',
      registeredAt: tx.facts.startedAt,
      synthetic,
      batchId: null,
    },
    { persist: true },
  );
  await tx.em.flush(); // The application refers to the row, which the unit of work does not know.
  return id;
}

/** The union applied to keeps the file of somebody the register knows while it decides. */
async function handOver(tx: RequestContext, memberId: string, organizationId: string): Promise<void> {
  const known = await tx.em.findOneOrFail(MemberEntity, { id: memberId });
  known.keeperOrganizationId = organizationId;
}

/** Rejects an application at once, in the name of the system; the reason is for those who read the union's applications. */
function setAside(tx: RequestContext, application: Application, { error }: Hindrance): void {
  application.status = 'REJECTED';
  application.reason = both(error.message);
  application.decidedAt = tx.facts.startedAt;
  application.decidedBy = SYSTEM_PRINCIPAL_ID;
}

async function filed(tx: RequestContext, memberId: string, organizationId: string, person: CheckedPerson, via: string) {
  const id = uuidv7();
  const { applicationDecisionDays } = await settingsOf(tx, memberSettings);
  return tx.em.create(
    MembershipApplicationEntity,
    {
      id,
      districtId: tx.district.id,
      applicationNo: newApplicationNo(tx.today),
      memberId,
      organizationId,
      via,
      phoneSealed: await tx.kernel.vault.seal(tx, placeInApplication(id, memberId), person.phone),
      employmentType: person.employmentType,
      occupation: person.occupation,
      status: 'PENDING',
      appliedAt: tx.facts.startedAt,
      decideBy: addWorkingDays(tx.today, applicationDecisionDays, await calendarFrom(tx, tx.today)),
      decidedAt: null,
      decidedBy: null,
      reason: '',
    },
    { persist: true },
  );
}

/**
 * Approves or rejects. Approved: a primary membership begins on `since`, which lies between the day of application
 * and today: before it nobody had asked for anything, and what lies ahead is not in force yet.
 * Errors: NOT_FOUND, FORBIDDEN, STALE_VERSION, MEMBERSHIP_APPLICATION_DECIDED, MEMBERSHIP_REASON_REQUIRED,
 * MEMBERSHIP_PRIMARY_EXISTS, MEMBERSHIP_DATE_*.
 */
export async function decideMembershipApplication(
  ctx: RequestContext,
  input: DecideMembershipApplicationInput,
): Promise<{ applicationId: string; memberId: string }> {
  const { applicationId } = input;
  const approved = input.decision === 'APPROVE';
  const stated = input.reason != null && input.reason.trim() !== '';
  const reason = approved && !stated ? '' : statedReason(input.reason, ['input', 'reason']);
  return ctx.transaction(async (tx) => {
    const seen = await membershipApplicationNode.load(tx, applicationId);
    if (!seen) throw refuse(kernelErrors.NOT_FOUND, { path: ['input', 'applicationId'] });
    const { memberId, organizationId } = seen;
    await assertMay(tx, 'membership:decide', organizationId, ['input', 'applicationId']);
    await lockMember(tx, memberId);
    const application = await tx.em.findOneOrFail(MembershipApplicationEntity, { id: applicationId });
    if (application.status !== 'PENDING') {
      throw refuse(errors.MEMBERSHIP_APPLICATION_DECIDED, { path: ['input', 'applicationId'] });
    }
    assertVersion(application.version, input.expectedVersion);
    application.status = approved ? 'APPROVED' : 'REJECTED';
    application.reason = reason;
    application.decidedAt = tx.facts.startedAt;
    application.decidedBy = tx.principal!.id;
    if (approved) await admit(tx, application, input.since ?? tx.today);
    else await returnFile(tx, memberId);
    await tx.emit('membership.decided', { applicationId, memberId, organizationId, decision: input.decision });
    return { applicationId, memberId };
  });
}

type Application = Awaited<ReturnType<typeof filed>>;

/** Makes the applicant a member, with what was stated in the application. */
async function admit(tx: RequestContext, application: Application, since: CalendarDay): Promise<void> {
  const { memberId, organizationId, appliedAt } = application;
  const person = await tx.em.findOneOrFail(MemberEntity, { id: memberId });
  if (person.organizationId !== null) {
    throw refuse(errors.MEMBERSHIP_PRIMARY_EXISTS, { path: ['input', 'applicationId'] });
  }
  const union = await unionTakingMembers(tx, organizationId, ['input', 'applicationId']);
  const before = await latestPrimary(tx, memberId);
  assertDay(tx, since, [businessDay(appliedAt), union.foundedOn, before?.until ?? null], ['input', 'since']);
  await takeOverPhone(tx, application, person);
  person.employmentType = application.employmentType;
  person.occupation = application.occupation;
  person.joinedVia = application.via;
  person.status = 'ACTIVE';
  person.organizationId = organizationId;
  person.keeperOrganizationId = organizationId;
  const membership = openMembership(tx, memberId, organizationId, 'PRIMARY', since);
  await tx.emit('membership.started', { memberId, membershipId: membership.id, organizationId, kind: 'PRIMARY' });
  await appendFigures(tx, [{ organizationId, day: since, members: 1 }]);
}

/** The number stated last is the one in use. Unchanged, it is not sealed again: the audit would tell of a change. */
async function takeOverPhone(
  tx: RequestContext,
  { id, memberId, phoneSealed }: Application,
  person: { phoneSealed: Uint8Array; phoneIndex: Uint8Array },
): Promise<void> {
  const { vault } = tx.kernel;
  const phone = await vault.open(tx, placeInApplication(id, memberId), phoneSealed);
  if (phone === null) return;
  const index = await phoneIndex(tx, phone);
  if (index.equals(person.phoneIndex)) return;
  person.phoneSealed = await vault.seal(tx, placeInRegister(memberId, 'phone_sealed'), phone);
  person.phoneIndex = index;
}

/** After a rejection the file of a former member goes back to the last union. */
async function returnFile(tx: RequestContext, memberId: string): Promise<void> {
  const last = await latestPrimary(tx, memberId);
  if (!last) return;
  const person = await tx.em.findOneOrFail(MemberEntity, { id: memberId });
  person.keeperOrganizationId = last.organizationId;
}
