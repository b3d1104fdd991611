import {
  assertHoldsInDistrict,
  createContext,
  type District,
  inDistrict,
  kernelErrors,
  Problems,
  Refusal,
  type RequestContext,
} from '../../../kernel/index.js';
import { statedTerms, type Terms } from '../stated-terms.js';
import { planLock } from './plan.js';
import { type Along, decide, unhindered, wishFor } from './switching.service.js';
import { visibleModule } from './visible-modules.js';

/** A wish of the city for some of its districts. */
export interface LockInput {
  readonly moduleId: string;
  readonly lock: 'ON' | 'OFF' | 'FREE';
  readonly since?: string | null;
  readonly reason: string;
  readonly districtCodes?: readonly string[] | null;
}

/** What became of it in one district. */
export interface Locked {
  readonly district: District;
  readonly also: readonly Along[];
}

interface Place {
  readonly district: District;
  readonly path: readonly string[];
}

/**
 * Fixes a module on or off in districts of the caller's city, or frees it: all or none, unless one of them decides
 * otherwise in this very moment. Each district has its own transaction, its own scope and its own audit record.
 * Errors: NOT_FOUND for a module or a district that is not there or of another city, FORBIDDEN, MODULE_LOCKED at the
 * district where something is fixed the other way, MODULE_DATE_OUT_OF_RANGE, INVALID_VALUE.
 */
export async function lockModule(ctx: RequestContext, input: LockInput): Promise<readonly Locked[]> {
  assertHoldsInDistrict(ctx.principal, 'module:lock');
  const { id } = visibleModule(ctx, input.moduleId, ['input', 'moduleId']);
  const terms = statedTerms(ctx, input);
  const places = await placesOf(ctx, input.districtCodes);
  await allOrNone(places, (place) => within(ctx, place, (tx) => assertPossible(tx, id, input.lock, terms, place.path)));
  const done: Locked[] = [];
  for (const place of places) {
    done.push(await within(ctx, place, (tx) => lockIn(tx, id, input.lock, terms)));
  }
  return done;
}

async function assertPossible(
  tx: RequestContext,
  module: string,
  lock: LockInput['lock'],
  terms: Terms,
  path: readonly string[],
): Promise<void> {
  await unhindered(tx, planLock(await wishFor(tx, module, terms), lock), path);
}

async function lockIn(tx: RequestContext, module: string, lock: LockInput['lock'], terms: Terms): Promise<Locked> {
  const wish = await wishFor(tx, module, terms);
  return { district: tx.district, also: await decide(tx, wish, planLock(wish, lock)) };
}

/** Errors: NOT_FOUND at each code that is no district of the caller's city. */
async function placesOf(ctx: RequestContext, codes: readonly string[] | null | undefined): Promise<Place[]> {
  if (!codes) return [{ district: ctx.district, path: ['input', 'moduleId'] }];
  const known = await ctx.kernel.districts.all();
  const problems = new Problems();
  const places = new Map<string, Place>();
  for (const [at, code] of codes.entries()) {
    const district = known.get(code);
    const path = ['input', 'districtCodes', String(at)];
    if (district?.cityCode !== ctx.district.cityCode) problems.add(kernelErrors.NOT_FOUND, path);
    else if (!places.has(code)) places.set(code, { district, path });
  }
  problems.throwIfAny();
  return [...places.values()];
}

/** Collects what the districts object, so that nothing is written as long as one of them does. */
async function allOrNone(places: readonly Place[], check: (place: Place) => Promise<void>): Promise<void> {
  const problems = new Problems();
  for (const place of places) {
    try {
      await check(place);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      for (const { error: code, path, details } of error.problems) problems.add(code, path, details);
    }
  }
  problems.throwIfAny();
}

/** A transaction in the scope of one district, by the same person, who may do nothing there but lock modules. */
async function within<T>(
  ctx: RequestContext,
  { district }: Place,
  work: (tx: RequestContext) => Promise<T>,
): Promise<T> {
  if (district.id === ctx.district.id) return ctx.transaction(work);
  const { principal, facts } = ctx;
  const grants = principal!.grants
    .filter(({ permissions, scope }) => permissions.has('module:lock') && scope.kind === 'district')
    .map((grant) => ({ ...grant, permissions: new Set(['module:lock']) }));
  return inDistrict(district.id, async () => {
    const modules = await ctx.kernel.switches.enabledFor(district.id);
    const there = createContext(ctx.kernel, { ...facts, district, modules, principal: { ...principal!, grants } });
    there.action = ctx.action;
    return there.transaction(work);
  });
}
