import { randomUUID, timingSafeEqual } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { compare, lockFor, type RequestContext, refuse } from '../../../kernel/index.js';
import { PrincipalEntity, RoleAssignmentEntity, rolesByCode } from '../../access/index.js';
import { nationalIdIndex, phoneIndex } from '../../members/index.js';
import { errors } from '../errors.js';
import { UNBOUND_NAME } from '../sign-in.service.js';
import { forgetAttempt } from './attempts.repository.js';
import { countAttempt } from './attempts.service.js';
import { MemberInvitationEntity, PersonBindingEntity } from './binding.entity.js';
import type { BindPersonInput } from './binding.inputs.js';
import { isHeld, nameOfPerson, openInvitation, personByNationalId, rolesOfAccount } from './binding.repository.js';
import { digestOfCode } from './invitation-code.js';

/** Who somebody turned out to be. */
interface Confirmed {
  readonly memberId: string;
  readonly name: string;
  readonly means: 'IDENTITY_NUMBER' | 'INVITATION';
  readonly invitationId: string | null;
}

/**
 * Binds the caller's account to the person it proves to be, which makes it a member's account. Returns the local id of
 * the member. Errors: ACCOUNT_ALREADY_BOUND, ACCOUNT_OF_NO_PERSON, PERSON_TOO_MANY_TRIES;
 * PERSON_NOT_CONFIRMED alike for a person nobody knows, a wrong phone number, a wrong code and a person bound elsewhere, after the same work.
 */
export async function bindPerson(ctx: RequestContext, input: BindPersonInput): Promise<string> {
  const accountId = await unboundAccount(ctx);
  const attemptId = await countAttempt(ctx, accountId);
  return ctx.transaction(async (tx) => {
    await lockFor(tx, `identity:account:${accountId}`);
    const person = await confirm(tx, input);
    if (!person) throw refuse(errors.PERSON_NOT_CONFIRMED, { path: ['input'] });
    const account = await tx.em.findOneOrFail(PrincipalEntity, { id: accountId });
    if (account.memberId) throw refuse(errors.ACCOUNT_ALREADY_BOUND);
    account.memberId = person.memberId;
    // Staff keep the name they are known by.
    if (account.name === UNBOUND_NAME) account.name = person.name;
    await recordBinding(tx, accountId, person);
    await forgetAttempt(tx, attemptId);
    await tx.emit('person.bound', { accountId, memberId: person.memberId });
    return person.memberId;
  });
}

async function unboundAccount(ctx: RequestContext): Promise<string> {
  const id = ctx.principal!.id;
  // An entity is read here, nothing is written: programs and the system have no account.
  const account = await ctx.transaction((tx) => tx.em.findOne(PrincipalEntity, { id }));
  if (!account) throw refuse(errors.ACCOUNT_OF_NO_PERSON);
  if (account.memberId) throw refuse(errors.ACCOUNT_ALREADY_BOUND);
  return id;
}

/** The person, or `null`: both ways are equally long, so that the time tells as little as the answer. */
async function confirm(tx: RequestContext, { identity, invitationCode }: BindPersonInput): Promise<Confirmed | null> {
  if (identity) {
    const [number, phone] = [await nationalIdIndex(tx, identity.nationalId), await phoneIndex(tx, identity.phone)];
    const person = await personByNationalId(tx, number);
    const phoneFits = timingSafeEqual(person?.phoneIndex ?? Buffer.alloc(phone.length), phone);
    const fits = (await isFree(tx, person)) && phoneFits;
    return fits && person ? confirmed(person, 'IDENTITY_NUMBER', null) : null;
  }
  const invitation = await openInvitation(tx, digestOfCode(tx.district.id, invitationCode!));
  const fits = await isFree(tx, invitation);
  return fits && invitation ? confirmed(invitation, 'INVITATION', invitation.invitationId) : null;
}

function confirmed(
  { id: memberId, name }: { readonly id: string; readonly name: string },
  means: Confirmed['means'],
  invitationId: string | null,
): Confirmed {
  return { memberId, name, means, invitationId };
}

/** Locks the person against a second binding, and asks for an account, be there a person or not. */
async function isFree(
  tx: RequestContext,
  person: { readonly id: string; readonly status: string } | null,
): Promise<boolean> {
  const id = person?.id ?? randomUUID();
  await lockFor(tx, `identity:person:${id}`);
  const held = await isHeld(tx, id);
  return person !== null && !held && person.status !== 'DECEASED';
}

async function recordBinding(tx: RequestContext, principalId: string, person: Confirmed): Promise<void> {
  const { memberId, means, invitationId } = person;
  const boundAt = tx.facts.startedAt;
  tx.em.persist(tx.em.create(PersonBindingEntity, { id: uuidv7(), principalId, memberId, means, boundAt }));
  tx.em.persist(tx.em.create(RoleAssignmentEntity, { id: uuidv7(), principalId, role: 'member', since: tx.today }));
  const open = await tx.em.findOne(MemberInvitationEntity, { memberId, usedAt: null, withdrawnAt: null });
  if (open?.id === invitationId) open.usedAt = boundAt;
  // A code that nobody has needed must not be found later, when the person has no account any more.
  else if (open) open.withdrawnAt = boundAt;
}

/**
 * Undoes the binding of an account: its roles as a person end, who did it and why stays on record. Returns the local id
 * of the account. Errors: NOT_FOUND is the resolver's; ACCOUNT_NOT_BOUND.
 */
export async function unbindPerson(ctx: RequestContext, accountId: string, reason: string): Promise<string> {
  return ctx.transaction(async (tx) => {
    await lockFor(tx, `identity:account:${accountId}`);
    const account = await tx.em.findOne(PrincipalEntity, { id: accountId });
    if (!account?.memberId) throw refuse(errors.ACCOUNT_NOT_BOUND);
    const { memberId } = account;
    await endRolesOfPerson(tx, accountId);
    account.memberId = null;
    // The name came with the person, and goes with the person: erasing that person finds this account no more.
    if (account.name === (await nameOfPerson(tx, memberId))) account.name = UNBOUND_NAME;
    const binding = await tx.em.findOne(PersonBindingEntity, { principalId: accountId, endedAt: null });
    // Accounts that were registered with their member from the start have none.
    if (binding) Object.assign(binding, { endedAt: tx.facts.startedAt, endedBy: tx.principal!.id, reason });
    await tx.emit('person.unbound', { accountId, memberId });
    return accountId;
  });
}

async function endRolesOfPerson(tx: RequestContext, accountId: string): Promise<void> {
  const held = await rolesOfAccount(tx, accountId);
  const known = await rolesByCode(
    tx,
    held.map(({ role }) => role),
  );
  for (const { id } of held.filter(({ role }) => known.get(role)?.scope === 'self')) {
    const assignment = await tx.em.findOneOrFail(RoleAssignmentEntity, { id });
    // A role given today and taken back today was never in force on any day.
    if (compare(assignment.since, tx.today) >= 0) tx.em.remove(assignment);
    else assignment.until = tx.today;
  }
}
