import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Permission, type RequestContext } from '../../../kernel/index.js';
import { UnmaskInput, UnmaskPayload } from './unmasking.inputs.js';
import { unmask } from './unmasking.service.js';

@Resolver()
export class UnmaskingResolver {
  @Mutation(() => UnmaskPayload, {
    description:
      '查看一个掩码字段的原值：须有用途和理由，每小时限次，留痕，本人可查 / Shows the full value of a masked field: with purpose and reason, so many per hour, on record, and the person can see it',
  })
  @Permission('personal-data:unmask')
  async unmask(
    @Arg('input', () => UnmaskInput, { description: '输入 / Input' }) input: UnmaskInput,
    @Ctx() ctx: RequestContext,
  ): Promise<UnmaskPayload> {
    return { value: await unmask(ctx, input) };
  }
}
