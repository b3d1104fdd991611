import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../kernel/index.js';
import type { OrganizationRow } from './organization.entity.js';
import { Organization } from './organization.type.js';
import { organizationNode } from './places.js';
import type { OrganizationParentRow } from './tree.entity.js';
import { ParentPeriod } from './tree.type.js';

@Resolver(() => ParentPeriod)
export class ParentPeriodResolver {
  @FieldResolver(() => Organization, {
    nullable: true,
    description: '上级组织；无权查看时为空 / The parent; null when it is not yours to see',
  })
  parent(@Root() { parentId }: OrganizationParentRow, @Ctx() ctx: RequestContext): Promise<OrganizationRow | null> {
    return organizationNode.load(ctx, parentId);
  }
}
