import { v7 as uuidv7 } from 'uuid';
import { assertVersion, kernelErrors, Problems, type RequestContext, refuse } from '../../kernel/index.js';
import { errors } from './errors.js';
import { OfficerEntity } from './officer.entity.js';
import type { AppointOfficerInput } from './officer.inputs.js';
import { chairsOf, findOfficer } from './officer.repository.js';
import { placesOf } from './organization.repository.js';
import { checkName, checkOrder, checkPast, hasEnded } from './organization.rules.js';
import { assertMay, refuseUnlessMay } from './places.js';

/** An appointment in local terms. */
export type NewOfficer = Omit<AppointOfficerInput, 'organizationId' | 'memberId'> & {
  readonly organizationId: string;
  readonly memberId: string | null;
  readonly synthetic?: boolean;
};

type Term = { readonly since: string; readonly until?: string | null };

/**
 * Appoints officers, all or none; returns their local ids. A body has one chair at a time.
 * Errors: NOT_FOUND, FORBIDDEN, ORGANIZATION_ENDED, OFFICER_CHAIR_TAKEN, names and dates; all of them at once.
 */
export async function appointOfficers(
  ctx: RequestContext,
  inputs: readonly NewOfficer[],
  at: (index: number) => readonly string[] = (index) => ['inputs', String(index)],
): Promise<string[]> {
  if (inputs.length === 0) return [];
  return ctx.transaction(async (tx) => {
    const organizationIds = inputs.map(({ organizationId }) => organizationId);
    const places = await placesOf(tx, 'officer:manage', organizationIds, 'for share');
    const chairs = new Map<string, readonly Term[]>();
    for (const { organizationId, ...term } of await chairsOf(tx, organizationIds))
      chairs.set(organizationId, [...(chairs.get(organizationId) ?? []), term]);
    const problems = new Problems();
    const officers = inputs.map((input, index) => {
      const path = at(index);
      const place = places.get(input.organizationId);
      const may = refuseUnlessMay(problems, [...path, 'organizationId'], 'officer:manage', place);
      if (may && hasEnded(place.status)) problems.add(errors.ORGANIZATION_ENDED, [...path, 'organizationId']);
      checkPast(problems, [...path, 'since'], input.since, tx.today);
      checkOrder(problems, [...path, 'until'], input.since, input.until ?? null);
      // Of a body that is hidden from the caller, not even that it has a chair is told.
      if (may && input.role === 'CHAIR') {
        const terms = chairs.get(input.organizationId) ?? [];
        if (terms.some((term) => overlap(term, input))) problems.add(errors.OFFICER_CHAIR_TAKEN, [...path, 'role']);
        chairs.set(input.organizationId, [...terms, input]);
      }
      return {
        id: uuidv7(),
        organizationId: input.organizationId,
        memberId: input.memberId,
        name: checkName(problems, [...path, 'name'], input.name, 1, 50),
        role: input.role,
        since: input.since,
        until: input.until ?? null,
        synthetic: input.synthetic ?? false,
      };
    });
    problems.throwIfAny();
    await tx.insertAll(OfficerEntity, officers);
    for (const { id, organizationId } of officers)
      await tx.emit('officer.appointed', { officerId: id, organizationId });
    return officers.map(({ id }) => id);
  });
}

function overlap(one: Term, other: Term): boolean {
  return (one.until == null || other.since < one.until) && (other.until == null || one.since < other.until);
}

/** Ends a term, today or before. Errors: NOT_FOUND, FORBIDDEN, STALE_VERSION, OFFICER_TERM_ENDED, dates. */
export async function endOfficerTerm(
  ctx: RequestContext,
  id: string,
  expectedVersion: number,
  until: string,
): Promise<string> {
  return ctx.transaction(async (tx) => {
    const officer = await findOfficer(tx, id);
    if (!officer) throw refuse(kernelErrors.NOT_FOUND, { path: ['input', 'id'] });
    await assertMay(tx, 'officer:manage', officer.organizationId, ['input', 'id']);
    assertVersion(officer.version, expectedVersion);
    const problems = new Problems();
    if (officer.until != null && officer.until <= tx.today) problems.add(errors.OFFICER_TERM_ENDED, ['input', 'id']);
    checkPast(problems, ['input', 'until'], until, tx.today);
    checkOrder(problems, ['input', 'until'], officer.since, until);
    problems.throwIfAny();
    officer.until = until;
    await tx.emit('officer.term-ended', { officerId: id, organizationId: officer.organizationId });
    return officer.organizationId;
  });
}
