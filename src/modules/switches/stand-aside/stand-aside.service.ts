import { v7 as uuidv7 } from 'uuid';
import {
  kernelErrors,
  localId,
  lockFor,
  type RequestContext,
  refuse,
  SYSTEM_PRINCIPAL_ID,
} from '../../../kernel/index.js';
import { assertMay, errors as organizationErrors } from '../../organizations/index.js';
import { errors } from '../errors.js';
import { visibleModule } from '../module/visible-modules.js';
import { statedTerms } from '../stated-terms.js';
import { periodsFrom, remains, type StandAsidePeriod } from './periods.js';
import { StandAsideEntity } from './stand-aside.entity.js';
import { bodyOf, decisionsAbout, hubStandingAside } from './stand-aside.repository.js';

export interface StandAsideInput {
  readonly moduleId: string;
  readonly organizationId: string;
  readonly since?: string | null;
  readonly reason: string;
}

/**
 * From a day on nothing new of a module is begun at a hub and below it; what has begun is finished, and the graph stays
 * as it is. Errors: NOT_FOUND, FORBIDDEN, MODULE_STAND_ASIDE_NOT_HUB, ORGANIZATION_ENDED, MODULE_DATE_OUT_OF_RANGE,
 * INVALID_VALUE.
 */
export function standAside(ctx: RequestContext, input: StandAsideInput): Promise<void> {
  return decide(ctx, input, 'ASIDE');
}

/** From a day on the hub takes part again. Errors: as {@link standAside}. */
export function takePartAgain(ctx: RequestContext, input: StandAsideInput): Promise<void> {
  return decide(ctx, input, 'TAKES_PART');
}

async function decide(ctx: RequestContext, input: StandAsideInput, state: 'ASIDE' | 'TAKES_PART'): Promise<void> {
  const path = ['input', 'organizationId'];
  const { id: module } = visibleModule(ctx, input.moduleId, ['input', 'moduleId']);
  const organizationId = localId('Organization', input.organizationId, path);
  const { since, reason } = statedTerms(ctx, input);
  await ctx.transaction(async (tx) => {
    await assertMay(tx, 'module:stand-aside', organizationId, path);
    await assertHub(tx, organizationId, path);
    await lockFor(tx, 'switches:stand-asides');
    const decisions = (await decisionsAbout(tx, module)).filter((one) => one.organizationId === organizationId);
    if (remains(decisions, state, since)) return;
    const decidedBy = tx.principal?.id ?? SYSTEM_PRINCIPAL_ID;
    const row = { id: uuidv7(), module, organizationId, state, since, reason, decidedBy };
    tx.em.persist(tx.em.create(StandAsideEntity, row));
  });
}

async function assertHub(tx: RequestContext, organizationId: string, path: readonly string[]): Promise<void> {
  const body = await bodyOf(tx, organizationId);
  if (!body) throw refuse(kernelErrors.NOT_FOUND, { path });
  if (body.level !== 'SUBDISTRICT') throw refuse(errors.MODULE_STAND_ASIDE_NOT_HUB, { path });
  if (body.status === 'DISSOLVED' || body.status === 'MERGED')
    throw refuse(organizationErrors.ORGANIZATION_ENDED, { path });
}

/** The times in which hubs stand aside from a module, now or planned, whoever may see these hubs. */
export async function standAsidesOf(ctx: RequestContext, module: string): Promise<StandAsidePeriod[]> {
  const byHub = Map.groupBy(await decisionsAbout(ctx, module), ({ organizationId }) => organizationId);
  return [...byHub.values()].flatMap((decisions) => periodsFrom(decisions, ctx.today));
}

/**
 * Asserts that something new of a module may begin at a body today. Call it where a case is opened, and nowhere where one
 * is carried on. `path` is that of the argument that leads to the body.
 * Errors: MODULE_STANDS_ASIDE, with the hub and since when.
 */
export async function assertTakesPart(
  ctx: RequestContext,
  moduleId: string,
  organizationId: string,
  path: readonly string[] = [],
): Promise<void> {
  const found = await hubStandingAside(ctx, moduleId, organizationId, ctx.today);
  if (!found) return;
  throw refuse(errors.MODULE_STANDS_ASIDE, { path, details: { module: moduleId, hub: found.hub, since: found.since } });
}
