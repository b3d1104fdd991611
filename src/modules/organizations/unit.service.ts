import { v7 as uuidv7 } from 'uuid';
import { assertVersion, kernelErrors, Problems, type RequestContext, refuse } from '../../kernel/index.js';
import { errors } from './errors.js';
import { appendFigures } from './figures.repository.js';
import { placesOf } from './organization.repository.js';
import { checkCreditCode, checkName, checkOrder, checkPast, hasEnded } from './organization.rules.js';
import { assertMay, refuseUnlessMay } from './places.js';
import { CoveredUnitEntity } from './unit.entity.js';
import { coversInForce, findCoveredUnit } from './unit.repository.js';
import type { CoverUnitInput } from './unit.type.js';

/** A unit to be covered, in local terms. */
export type NewCoveredUnit = CoverUnitInput & { readonly synthetic?: boolean };

/**
 * Covers units, all or none; returns their local ids. A union covers a credit code once at a time.
 * Errors: NOT_FOUND, FORBIDDEN, ORGANIZATION_ENDED, UNIT_ALREADY_COVERED, names, codes and dates; all of them at once.
 */
export async function coverUnits(
  ctx: RequestContext,
  inputs: readonly NewCoveredUnit[],
  at: (index: number) => readonly string[] = (index) => ['inputs', String(index)],
): Promise<string[]> {
  if (inputs.length === 0) return [];
  return ctx.transaction(async (tx) => {
    const unions = [...new Set(inputs.map(({ organizationId }) => organizationId))];
    const places = await placesOf(tx, 'unit:manage', unions, 'for share');
    const problems = new Problems();
    const units = inputs.map((input, index) => {
      const path = at(index);
      const place = places.get(input.organizationId);
      const mine = refuseUnlessMay(problems, [...path, 'organizationId'], 'unit:manage', place);
      if (mine && hasEnded(place.status)) problems.add(errors.ORGANIZATION_ENDED, [...path, 'organizationId']);
      checkPast(problems, [...path, 'since'], input.since, tx.today);
      checkPast(problems, [...path, 'until'], input.until, tx.today);
      checkOrder(problems, [...path, 'until'], input.since, input.until ?? null);
      return {
        id: uuidv7(),
        organizationId: input.organizationId,
        name: checkName(problems, [...path, 'name'], input.name),
        creditCode: checkCreditCode(problems, [...path, 'creditCode'], input.creditCode),
        since: input.since,
        until: input.until ?? null,
        synthetic: input.synthetic ?? false,
      };
    });
    const inForce = await coversInForce(
      tx,
      unions,
      units.flatMap(({ creditCode }) => creditCode ?? []),
    );
    for (const [index, { organizationId, creditCode, until }] of units.entries()) {
      if (creditCode === null || until !== null) continue;
      const cover = `${organizationId} ${creditCode}`;
      if (inForce.has(cover)) problems.add(errors.UNIT_ALREADY_COVERED, [...at(index), 'creditCode'], { creditCode });
      inForce.add(cover);
    }
    problems.throwIfAny();
    await tx.insertAll(CoveredUnitEntity, units);
    await appendFigures(
      tx,
      units.flatMap(({ organizationId, since, until }) => [
        { organizationId, day: since, coveredUnits: 1 },
        ...(until === null ? [] : [{ organizationId, day: until, coveredUnits: -1 }]),
      ]),
    );
    for (const organizationId of unions) await tx.emit('organization.units-changed', { organizationId });
    return units.map(({ id }) => id);
  });
}

/** Ends a cover, today or before. Errors: NOT_FOUND, FORBIDDEN, STALE_VERSION, UNIT_COVER_ENDED, dates. */
export async function endUnitCover(
  ctx: RequestContext,
  id: string,
  expectedVersion: number,
  until: string,
): Promise<string> {
  return ctx.transaction(async (tx) => {
    const unit = await findCoveredUnit(tx, id);
    if (!unit) throw refuse(kernelErrors.NOT_FOUND, { path: ['input', 'id'] });
    const { organizationId } = unit;
    await assertMay(tx, 'unit:manage', organizationId, ['input', 'id']);
    assertVersion(unit.version, expectedVersion);
    const problems = new Problems();
    if (unit.until != null) problems.add(errors.UNIT_COVER_ENDED, ['input', 'id']);
    checkPast(problems, ['input', 'until'], until, tx.today);
    checkOrder(problems, ['input', 'until'], unit.since, until);
    problems.throwIfAny();
    unit.until = until;
    await appendFigures(tx, [{ organizationId, day: until, coveredUnits: -1 }]);
    await tx.emit('organization.units-changed', { organizationId });
    return organizationId;
  });
}
