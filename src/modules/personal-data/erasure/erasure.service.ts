import type { InferEntity } from '@mikro-orm/core';
import { v7 as uuidv7 } from 'uuid';
import {
  actsAlone,
  addDays,
  assertVersion,
  enqueue,
  type ErrorDefinition,
  kernelErrors,
  localId,
  lockFor,
  type RequestContext,
  refuse,
  settingsOf,
} from '../../../kernel/index.js';
import { errors } from '../errors.js';
import { assertMayAbout, assertOwnOrMay, isOwn } from '../person.repository.js';
import { personalDataSettings } from '../settings.js';
import { statedReason } from '../stated-reason.js';
import { ErasureRequestEntity } from './erasure.entity.js';
import type { DecideErasureInput, ErasePersonInput } from './erasure.inputs.js';
import { type ErasureRequestRow, erasureRequests } from './erasure.node.js';
import { isErased, whatHoldsOn } from './erasure.repository.js';
import { erase } from './person-erasure.js';

type Request = InferEntity<typeof ErasureRequestEntity>;

/** Name of the job that carries out a person's own request. */
const CARRY_OUT = 'personal-data:carry-out-erasure';

/**
 * Asks for the erasure of a person. The person's own request is carried out by itself after the waiting period, and can
 * be taken back until then; an officer's needs the approval of a second person.
 * Errors: NOT_FOUND, FORBIDDEN, PERSONAL_DATA_REASON_REQUIRED, PERSONAL_DATA_ERASED, ERASURE_MEMBERSHIP_IN_FORCE,
 * ERASURE_APPLICATION_PENDING, ERASURE_ASKED_ALREADY.
 */
export async function erasePerson(ctx: RequestContext, input: ErasePersonInput): Promise<ErasureRequestRow | null> {
  const path = ['input', 'memberId'];
  const memberId = localId('Member', input.memberId, path);
  const reason = statedReason(input.reason);
  const id = await ctx.transaction(async (tx) => {
    await assertOwnOrMay(tx, 'personal-data:erase', memberId, path);
    await lockPerson(tx, memberId);
    if (await isErased(tx, memberId)) throw refuse(errors.PERSONAL_DATA_ERASED, { path });
    const held = await whyNot(tx, memberId);
    if (held) throw refuse(held, { path });
    const open = { memberId, status: { $in: ['AWAITS_APPROVAL', 'SCHEDULED'] } };
    if ((await tx.em.count(ErasureRequestEntity, open)) > 0) throw refuse(errors.ERASURE_ASKED_ALREADY, { path });
    const own = isOwn(tx, memberId);
    // The second person must be another than the first, and behind a key nobody knows who stands.
    if (!own && actsAlone(tx.principal))
      throw refuse(kernelErrors.FORBIDDEN, { path, details: { permission: 'account' } });
    const { erasureWaitingDays } = await settingsOf(tx, personalDataSettings);
    const request = tx.em.create(
      ErasureRequestEntity,
      {
        id: uuidv7(),
        districtId: tx.district.id,
        memberId,
        status: own ? 'SCHEDULED' : 'AWAITS_APPROVAL',
        reason,
        own,
        requestedAt: tx.facts.startedAt,
        requestedBy: tx.principal!.id,
        dueOn: own ? addDays(tx.today, erasureWaitingDays) : null,
        decidedAt: null,
        decidedBy: null,
      },
      { persist: true },
    );
    await tx.em.flush();
    if (request.dueOn) await enqueueFor(tx, request.id, request.dueOn);
    return request.id;
  });
  return erasureRequests.load(ctx, id);
}

/**
 * Approves what somebody else has asked for, and carries it out in the same transaction.
 * Errors: NOT_FOUND, FORBIDDEN, STALE_VERSION, ERASURE_DECIDED, ERASURE_SECOND_PERSON_REQUIRED,
 * ERASURE_MEMBERSHIP_IN_FORCE, ERASURE_APPLICATION_PENDING.
 */
export async function approveErasure(
  ctx: RequestContext,
  input: DecideErasureInput,
): Promise<ErasureRequestRow | null> {
  const path = ['input', 'requestId'];
  const id = localId('ErasureRequest', input.requestId, path);
  await ctx.transaction(async (tx) => {
    const request = await openRequest(tx, id, input.expectedVersion);
    await assertMayAbout(tx, 'personal-data:approve-erasure', request.memberId, path);
    if (request.status !== 'AWAITS_APPROVAL') throw refuse(errors.ERASURE_DECIDED, { path });
    if (request.requestedBy === tx.principal!.id) throw refuse(errors.ERASURE_SECOND_PERSON_REQUIRED, { path });
    const held = await whyNot(tx, request.memberId);
    if (held) throw refuse(held, { path });
    decide(tx, request, 'DONE');
    await erase(tx, request.memberId);
  });
  return erasureRequests.load(ctx, id);
}

/** Takes a request back, or turns it down. Errors: NOT_FOUND, FORBIDDEN, STALE_VERSION, ERASURE_DECIDED. */
export async function cancelErasure(ctx: RequestContext, input: DecideErasureInput): Promise<ErasureRequestRow | null> {
  const path = ['input', 'requestId'];
  const id = localId('ErasureRequest', input.requestId, path);
  await ctx.transaction(async (tx) => {
    const request = await openRequest(tx, id, input.expectedVersion);
    // What the person has asked for is not an officer's to stop.
    if (request.own && !isOwn(tx, request.memberId)) {
      throw refuse(kernelErrors.FORBIDDEN, { path, details: { permission: 'personal-data:own' } });
    }
    await assertOwnOrMay(tx, 'personal-data:erase', request.memberId, path);
    decide(tx, request, 'CANCELLED');
  });
  return erasureRequests.load(ctx, id);
}

/** Carries out a person's own request on its day; it does nothing when the request was taken back or is done. */
export async function carryOutErasure(ctx: RequestContext, requestId: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const seen = await erasureRequests.load(tx, requestId);
    if (!seen) return;
    await lockPerson(tx, seen.memberId);
    const request = await tx.em.findOneOrFail(ErasureRequestEntity, { id: requestId });
    if (request.status !== 'SCHEDULED') return;
    if (request.dueOn! > tx.today) return enqueueFor(tx, requestId, request.dueOn!);
    if (await whyNot(tx, request.memberId)) return decide(tx, request, 'REFUSED');
    decide(tx, request, 'DONE');
    await erase(tx, request.memberId);
  });
}

/** The request, still open, and locked with its person. */
async function openRequest(tx: RequestContext, id: string, expectedVersion: number): Promise<Request> {
  const path = ['input', 'requestId'];
  const seen = await erasureRequests.load(tx, id);
  if (!seen) throw refuse(kernelErrors.NOT_FOUND, { path });
  await lockPerson(tx, seen.memberId);
  const request = await tx.em.findOneOrFail(ErasureRequestEntity, { id });
  if (request.decidedAt !== null) throw refuse(errors.ERASURE_DECIDED, { path });
  assertVersion(request.version, expectedVersion);
  return request;
}

/** The reason why the person's data is still needed; `undefined` without one. */
async function whyNot(tx: RequestContext, memberId: string): Promise<ErrorDefinition | undefined> {
  const { membership, application } = await whatHoldsOn(tx, memberId);
  if (membership) return errors.ERASURE_MEMBERSHIP_IN_FORCE;
  return application ? errors.ERASURE_APPLICATION_PENDING : undefined;
}

function decide(tx: RequestContext, request: Request, status: 'DONE' | 'CANCELLED' | 'REFUSED'): void {
  request.status = status;
  request.decidedAt = tx.facts.startedAt;
  request.decidedBy = tx.principal!.id;
}

function lockPerson(tx: RequestContext, memberId: string): Promise<void> {
  return lockFor(tx, `personal-data:erasure:${memberId}`);
}

/** A few minutes into the day it is due, in Shanghai. */
async function enqueueFor(tx: RequestContext, requestId: string, dueOn: string): Promise<void> {
  const due = Date.parse(`${dueOn}T00:10:00+08:00`);
  const delaySeconds = Math.max(0, (due - tx.facts.startedAt.getTime()) / 1000);
  // Without a key: asked from within this very job, one with the same key would be the job that is running.
  await enqueue(tx, CARRY_OUT, { requestId }, { delaySeconds });
}
