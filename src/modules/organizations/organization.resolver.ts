import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import {
  DateScalar,
  kernelErrors,
  localId,
  parseGlobalId,
  orderingBy,
  type Page,
  PageArgs,
  Permission,
  type RequestContext,
  refuse,
} from '../../kernel/index.js';
import type { OrganizationRow } from './organization.entity.js';
import { OrganizationFilter, OrganizationOrder } from './organization.inputs.js';
import { childrenPage, organizationPage, parentHistory } from './organization.repository.js';
import { Organization, OrganizationConnection } from './organization.type.js';
import { organizationNode } from './places.js';
import { statisticsOf } from './statistics.repository.js';
import { OrganizationStatistics } from './statistics.type.js';
import type { OrganizationParentRow } from './tree.entity.js';
import { ParentPeriod } from './tree.type.js';

const MAX_CODES = 100;

@Resolver(() => Organization)
export class OrganizationResolver {
  @Query(() => Organization, {
    nullable: true,
    description:
      '按 ID 取一个组织；无权查看与不存在回答相同 / One body by its id; not yours and not there look the same',
  })
  @Permission('organization:read')
  async organization(
    @Arg('id', () => ID, { description: '全局 ID / Global id' }) id: string,
    @Ctx() ctx: RequestContext,
  ): Promise<OrganizationRow | null> {
    const parsed = parseGlobalId(id);
    return parsed?.type === 'Organization' ? organizationNode.load(ctx, parsed.uuid) : null;
  }

  @Query(() => OrganizationConnection, { description: '可见的组织 / The bodies you may see' })
  @Permission('organization:read')
  async organizations(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => OrganizationFilter, { nullable: true, description: '筛选 / Which ones' })
    filter: OrganizationFilter | null,
    @Arg('orderBy', () => OrganizationOrder, { nullable: true, description: '排序，默认按编号 / Order; by code' })
    orderBy: OrganizationOrder | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<OrganizationRow>> {
    const property = orderBy?.field === 'NAME' ? 'name' : 'code';
    const ordering = orderingBy(property, orderBy?.direction === 'DESC' ? 'desc' : 'asc');
    return organizationPage(ctx, page, { ...filter, within: await withinOf(ctx, filter) }, ordering);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: '上级；最高一级没有，无权查看也为空 / Parent; none for the top body, null when it is not yours to see',
  })
  parent(@Root() { parentId }: OrganizationRow, @Ctx() ctx: RequestContext): Promise<OrganizationRow | null> | null {
    return parentId == null ? null : organizationNode.load(ctx, parentId);
  }

  @FieldResolver(() => [ParentPeriod], { description: '历任上级，最早的在前 / Parents over time, oldest first' })
  parentHistory(@Root() { id }: OrganizationRow, @Ctx() ctx: RequestContext): Promise<OrganizationParentRow[]> {
    return parentHistory(ctx, id);
  }

  @FieldResolver(() => OrganizationConnection, { description: '直接下级，按编号 / Bodies directly below, by code' })
  children(
    @Root() { id }: OrganizationRow,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<OrganizationRow>> {
    return childrenPage(ctx, id, page);
  }

  @FieldResolver(() => OrganizationStatistics, {
    nullable: true,
    description:
      '本组织及全部下级在某日的数据；无权查看数据时为空 / Figures of the whole subtree on a day; null where they are not yours to see',
  })
  @Permission('statistics:read')
  statistics(
    @Root() { id }: OrganizationRow,
    @Arg('asOf', () => DateScalar, { nullable: true, description: '截至日期，默认今天 / The day; today when left out' })
    asOf: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<OrganizationStatistics | null> {
    return statisticsOf(ctx, id, asOf ?? ctx.today);
  }
}

/** Local id of the subtree asked for. Errors: NOT_FOUND when it is not there or not the caller's to see. */
async function withinOf(ctx: RequestContext, filter: OrganizationFilter | null): Promise<string | null> {
  const path = ['filter', 'within'];
  const size = filter?.codes?.length ?? 0;
  if (size > MAX_CODES) {
    const reason = `codes: ${size} > ${MAX_CODES}`;
    throw refuse(kernelErrors.INVALID_VALUE, { path: ['filter', 'codes'], details: { reason } });
  }
  if (filter?.within == null) return null;
  const id = localId('Organization', filter.within, path);
  if (!(await organizationNode.load(ctx, id))) throw refuse(kernelErrors.NOT_FOUND, { path });
  return id;
}
