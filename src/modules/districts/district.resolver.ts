import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { type RequestContext, SignedIn } from '../../kernel/index.js';
import { visibleDistrict, visibleDistricts } from './district.service.js';
import { District } from './district.type.js';

@Resolver()
export class DistrictResolver {
  @Query(() => District, {
    nullable: true,
    description:
      '按代码取一个区；无权查看与不存在回答相同 / One district by its code; not yours and not there look the same',
  })
  @SignedIn()
  district(
    @Arg('code', () => String, { description: '代码，如 310113 / Code such as 310113' }) code: string,
    @Ctx() ctx: RequestContext,
  ): Promise<District | null> {
    return visibleDistrict(ctx, code);
  }

  @Query(() => [District], {
    description: '可见的区：本区；市级可见全部 / Districts you may see: your own, at city level all of them',
  })
  @SignedIn()
  districts(@Ctx() ctx: RequestContext): Promise<District[]> {
    return visibleDistricts(ctx);
  }
}
