import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { localId, ReadsBy, type RequestContext, SignedIn } from '../../../kernel/index.js';
import { personalDataOf } from './export.service.js';
import { PersonalDataExport } from './export.type.js';

@Resolver()
export class ExportResolver {
  @Query(() => PersonalDataExport, {
    description:
      '一人的全部数据（含原值），供本人或有 personal-data:export 权限者；留痕 / Everything about one person in full, for the person or with personal-data:export; on record',
  })
  @SignedIn()
  @ReadsBy({ memberId: ['Member.id'] })
  personalDataOf(
    @Arg('memberId', () => ID, { description: '会员 / The member' }) memberId: string,
    @Ctx() ctx: RequestContext,
  ): Promise<PersonalDataExport> {
    return personalDataOf(ctx, localId('Member', memberId, ['memberId']));
  }
}
