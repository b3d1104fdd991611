import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { EmploymentType, MemberStatus } from './member.type.js';
import { Reads } from '../../../kernel/index.js';
import { MembershipKind } from '../membership/membership.type.js';

export const MemberOrderField = { ID: 'ID', REGISTERED_AT: 'REGISTERED_AT', NAME: 'NAME' } as const;
export const MemberOrderDirection = { ASC: 'ASC', DESC: 'DESC' } as const;

registerEnumType(MemberOrderField, {
  name: 'MemberOrderField',
  description: '会员列表的排序依据 / What a list of members is ordered by',
  valuesConfig: {
    ID: { description: '录入次序（默认） / Order of entry, the default' },
    REGISTERED_AT: { description: '登记时间 / Time of registration' },
    NAME: { description: '姓名，按字符编码 / Name, by character code' },
  },
});

registerEnumType(MemberOrderDirection, {
  name: 'MemberOrderDirection',
  description: '排序方向 / Direction of the order',
  valuesConfig: { ASC: { description: '升序 / Ascending' }, DESC: { description: '降序 / Descending' } },
});

@InputType('MemberOrder', { description: '会员列表的排序 / Order of a list of members' })
export class MemberOrder {
  @Field(() => MemberOrderField, { description: '依据 / What to order by' })
  field!: keyof typeof MemberOrderField;

  @Field(() => MemberOrderDirection, { description: '方向 / Direction', defaultValue: 'ASC' })
  direction!: keyof typeof MemberOrderDirection;
}

@InputType('MemberFilter', { description: '会员筛选，各条件同时成立 / Which members; all conditions together' })
export class MemberFilter {
  @Field(() => MemberStatus, { nullable: true, description: '状态 / Status' })
  status?: MemberStatus | null;

  @Field(() => EmploymentType, { nullable: true, description: '就业形式 / How they work' })
  employmentType?: EmploymentType | null;

  @Field(() => ID, { nullable: true, description: '主会籍在此组织 / Primary membership in this very organization' })
  organizationId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: '主会籍在此组织或其下级 / Primary membership in this organization or below it',
  })
  @Reads('Member.organization', 'Organization.parent')
  within?: string | null;
}

@InputType('OrganizationMemberFilter', {
  description: '一个组织的会员筛选 / Which members of one organization',
})
export class OrganizationMemberFilter {
  @Field(() => MembershipKind, {
    description: '主会籍（默认）或二次覆盖 / Primary members (default) or those covered a second time',
    defaultValue: 'PRIMARY',
  })
  @Reads('Membership.kind')
  kind!: MembershipKind;

  @Field(() => MemberStatus, { nullable: true, description: '状态 / Status' })
  status?: MemberStatus | null;
}
