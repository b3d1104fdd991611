import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import {
  DateScalar,
  holdsInDistrict,
  kernelErrors,
  Permission,
  Problems,
  ReadsBy,
  type RequestContext,
  refuse,
} from '../../../kernel/index.js';
import { Client, clientNode } from '../../clients/index.js';
import { districtTimeline, visibleModule } from '../module/visible-modules.js';
import { checkDay } from '../stated-terms.js';
import { impactOf } from './impact.service.js';
import { AffectedOperation, ModuleImpact } from './impact.type.js';
import { shownImpact } from './impact.view.js';

@Resolver()
export class ImpactResolver {
  @Query(() => ModuleImpact, { description: '停用模块会影响什么 / What switching a module off would concern' })
  @Permission('module:read')
  @ReadsBy({ moduleId: { nothing: 'names a module, no stored value' }, on: { nothing: 'a day to look at' } })
  async moduleImpact(
    @Arg('moduleId', () => ID, { description: '模块代码 / Code of the module' }) moduleId: string,
    @Arg('on', () => DateScalar, {
      nullable: true,
      description: '自该日起停用，默认今天 / Off from this day on; today by default',
    })
    on: string | null | undefined,
    @Ctx() ctx: RequestContext,
  ): Promise<ModuleImpact> {
    assertDecides(ctx);
    const { id } = visibleModule(ctx, moduleId, ['moduleId']);
    const problems = new Problems();
    const day = checkDay(ctx, problems, on, ['on']);
    problems.throwIfAny();
    return shownImpact(ctx, await impactOf(ctx, { module: id, on: day, timeline: await districtTimeline(ctx) }));
  }
}

/** Whoever may switch or lock modules is told what hangs on them, also of those that the district's graph does not have. */
function assertDecides({ principal }: RequestContext): void {
  if (holdsInDistrict(principal, 'module:switch') || holdsInDistrict(principal, 'module:lock')) return;
  throw refuse(kernelErrors.FORBIDDEN, { details: { permission: 'module:switch' } });
}

@Resolver(() => AffectedOperation)
export class AffectedOperationResolver {
  @FieldResolver(() => Client, {
    nullable: true,
    description: '使用它的接入应用；为空则未登记或无权查看 / The client; null when there is none, or not yours to see',
  })
  async client(@Root() { clientId }: { clientId: string | null }, @Ctx() ctx: RequestContext) {
    return clientId ? clientNode.load(ctx, clientId) : null;
  }
}
