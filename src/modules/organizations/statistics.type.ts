import { Field, Float, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '../../kernel/index.js';

@ObjectType('OrganizationStatistics', {
  simpleResolvers: true,
  description:
    '一个组织及其全部下级在某日的数据 / Figures of a body with everything below it, as the tree and the figures stood on a day',
})
export class OrganizationStatistics {
  @Field(() => DateScalar, { description: '截至日期 / The day' })
  asOf!: string;

  @Field(() => Int, {
    description:
      '已建会的基层工会数：联合工会、企业工会、联谊会；总工会和产业工会不计 / Founded joint unions, enterprise unions and fellowships; federations and industrial unions are not counted',
  })
  unions!: number;

  @Field(() => Int, { description: '覆盖单位数 / Covered units' })
  coveredUnits!: number;

  @Field(() => Int, { description: '会员数，每人按主会籍计一次 / Members by primary membership, each person once' })
  members!: number;

  @Field(() => Int, { description: '二次覆盖会员数 / Memberships by second coverage' })
  coveredMembers!: number;

  @Field(() => Int, {
    nullable: true,
    description: '职工数，按最近调查；从未调查为空 / Workers by the latest surveys; null without any',
  })
  workers!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      '建会率，百分数，一位小数：覆盖单位 ÷ 应建会单位；无调查为空 / Founding rate in per cent, one decimal: covered units by units that should have a union; null without a survey',
  })
  foundingRate!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      '入会率，百分数，一位小数：会员 ÷ 职工；无调查为空 / Joining rate in per cent, one decimal: members by workers; null without a survey',
  })
  joiningRate!: number | null;
}
