import { kernelErrors, Problems, type RequestContext } from '../../kernel/index.js';
import { errors } from './errors.js';
import { appendFigures, peopleOf } from './figures.repository.js';
import type { OrganizationEntity } from './organization.entity.js';
import type { UpdateOrganizationInput } from './organization.inputs.js';
import { claimOrganization, hasChildren, heldBeyond, takenCodes } from './organization.repository.js';
import {
  checkAddress,
  checkCreditCode,
  checkDates,
  checkName,
  checkOrder,
  hasEnded,
  mayBecome,
  unionFigures,
} from './organization.rules.js';
import { assertMay } from './places.js';
import { backdate, keepTree, lockTree } from './tree.repository.js';

/** A change of a body in local terms. */
export type OrganizationChange = Omit<UpdateOrganizationInput, 'id' | 'expectedVersion'>;

const AT = ['input'];
/** Fields that are taken as given. */
const PLAIN = [
  'jointUnionKind',
  'status',
  'legalPerson',
  'registered',
  'address',
  'bankAccount',
  'foundedOn',
  'endedOn',
];

/**
 * Changes the fields that are given. Ending a body ends its officers' terms and its covers on the same day.
 * Errors: NOT_FOUND, FORBIDDEN, STALE_VERSION, ORGANIZATION_*, all that concern the input at once.
 */
export async function updateOrganization(
  ctx: RequestContext,
  id: string,
  expectedVersion: number,
  change: OrganizationChange,
): Promise<void> {
  await ctx.transaction(async (tx) => {
    const ending = change.status != null && hasEnded(change.status);
    if (ending) await lockTree(tx);
    else if (change.foundedOn != null) await keepTree(tx);
    await assertMay(tx, 'organization:update', id, [...AT, 'id']);
    const body = await claimOrganization(tx, id, expectedVersion);
    const before = { ...body };
    const problems = new Problems();
    if (change.status != null && !mayBecome(body.status, change.status))
      problems.add(errors.ORGANIZATION_STATUS_ORDER, [...AT, 'status'], { from: body.status, to: change.status });
    await apply(tx, problems, body, change);
    if (ending && !hasEnded(before.status)) await end(tx, problems, body);
    problems.throwIfAny();
    await tx.em.flush();
    if (body.foundedOn != null && before.foundedOn !== body.foundedOn) await backdate(tx, id, body.foundedOn);
    await appendFigures(tx, [...unionFigures(before, -1), ...unionFigures(body)]);
    await tx.emit('organization.updated', { organizationId: id, status: body.status });
  });
}

async function apply(
  tx: RequestContext,
  problems: Problems,
  body: OrganizationEntity,
  change: OrganizationChange,
): Promise<void> {
  const given = Object.entries(change).filter(([key, value]) => PLAIN.includes(key) && value !== undefined);
  for (const key of ['status', 'legalPerson', 'registered'] as const) {
    if (change[key] === null) problems.add(kernelErrors.INVALID_VALUE, [...AT, key], { reason: `${key} ≠ null` });
  }
  Object.assign(body, Object.fromEntries(given.filter(([key, value]) => value !== null || nullable.has(key))));
  if (change.name !== undefined) body.name = checkName(problems, [...AT, 'name'], change.name);
  if (change.address !== undefined) body.address = checkAddress(problems, [...AT, 'address'], change.address);
  if ((body.kind === 'JOINT_UNION') !== (body.jointUnionKind != null))
    problems.add(errors.ORGANIZATION_JOINT_KIND, [...AT, 'jointUnionKind']);
  if (change.creditCode !== undefined) {
    body.creditCode = checkCreditCode(problems, [...AT, 'creditCode'], change.creditCode);
    const taken = await takenCodes(tx, [], body.creditCode == null ? [] : [body.creditCode], body.id);
    if (taken.creditCodes.size > 0) problems.add(errors.ORGANIZATION_CREDIT_CODE_TAKEN, [...AT, 'creditCode']);
  }
  checkDates(problems, AT, body, tx.today);
}

const nullable = new Set(['jointUnionKind', 'address', 'bankAccount', 'foundedOn', 'endedOn']);

/** What goes with the end of a body: nothing may lie below it, and nobody holds office or is covered any longer. */
async function end(tx: RequestContext, problems: Problems, body: OrganizationEntity): Promise<void> {
  if (body.parentId == null) problems.add(errors.ORGANIZATION_ROOT_FIXED, [...AT, 'status']);
  else if (await hasChildren(tx, body.id)) problems.add(errors.ORGANIZATION_HAS_CHILDREN, [...AT, 'status']);
  const people = await peopleOf(tx, body.id);
  if (people > 0) problems.add(errors.ORGANIZATION_HAS_MEMBERS, [...AT, 'status'], { members: people });
  const day = body.endedOn;
  if (day == null) return; // Already refused: an end needs its date.
  const { officers, units } = await heldBeyond(tx, body.id, day);
  const latest =
    [...officers, ...units]
      .map(({ since }) => since)
      .sort()
      .at(-1) ?? null;
  checkOrder(problems, [...AT, 'endedOn'], latest, day);
  problems.throwIfAny(); // Before flushing below: nothing is written for a refused change.
  const uncovered = units.flatMap(({ until }) => [
    { organizationId: body.id, day, coveredUnits: -1 },
    ...(until == null ? [] : [{ organizationId: body.id, day: until, coveredUnits: 1 }]),
  ]);
  for (const held of [...officers, ...units]) held.until = day;
  await appendFigures(tx, uncovered);
}
