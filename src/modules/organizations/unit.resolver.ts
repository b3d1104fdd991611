import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { localId, type Page, Permission, type RequestContext } from '../../kernel/index.js';
import type { OrganizationRow } from './organization.entity.js';
import { CoverUnitPayload, EndUnitCoverPayload } from './organization.payloads.js';
import { Organization } from './organization.type.js';
import { organizationNode } from './places.js';
import type { CoveredUnitRow } from './unit.entity.js';
import { coveredUnitNode, coveredUnitsPage } from './unit.repository.js';
import { coverUnits, endUnitCover } from './unit.service.js';
import {
  CoveredUnit,
  CoveredUnitConnection,
  CoveredUnitsArgs,
  CoverUnitInput,
  EndUnitCoverInput,
} from './unit.type.js';

@Resolver(() => CoveredUnit)
export class CoveredUnitResolver {
  @FieldResolver(() => Organization, { description: '覆盖它的工会 / The union that covers it' })
  organization(@Root() unit: CoveredUnitRow, @Ctx() ctx: RequestContext): Promise<OrganizationRow | null> {
    return organizationNode.load(ctx, unit.organizationId);
  }

  @Mutation(() => CoverUnitPayload, { description: '登记覆盖单位 / Covers an employer' })
  @Permission('unit:manage')
  async coverUnit(
    @Arg('input', () => CoverUnitInput, { description: '输入 / Input' }) input: CoverUnitInput,
    @Ctx() ctx: RequestContext,
  ): Promise<CoverUnitPayload> {
    const organizationId = localId('Organization', input.organizationId, ['input', 'organizationId']);
    const [id] = await coverUnits(ctx, [{ ...input, organizationId }], () => ['input']);
    return { coveredUnit: await coveredUnitNode.load(ctx, id!) };
  }

  @Mutation(() => EndUnitCoverPayload, { description: '结束覆盖 / Ends a cover' })
  @Permission('unit:manage')
  async endUnitCover(
    @Arg('input', () => EndUnitCoverInput, { description: '输入 / Input' }) input: EndUnitCoverInput,
    @Ctx() ctx: RequestContext,
  ): Promise<EndUnitCoverPayload> {
    const id = localId('CoveredUnit', input.id, ['input', 'id']);
    await endUnitCover(ctx, id, input.expectedVersion, input.until);
    return { coveredUnit: await coveredUnitNode.load(ctx, id) };
  }
}

@Resolver(() => Organization)
export class OrganizationUnitsResolver {
  @FieldResolver(() => CoveredUnitConnection, { description: '覆盖单位，按名称 / Covered units, by name' })
  coveredUnits(
    @Root() { id }: OrganizationRow,
    @Args(() => CoveredUnitsArgs) { current, ...page }: CoveredUnitsArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<CoveredUnitRow>> {
    return coveredUnitsPage(ctx, id, page, current ?? null);
  }
}
