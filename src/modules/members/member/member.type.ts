import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, DateScalar, NationalIdScalar, Node, PhoneNumberScalar } from '../../../kernel/index.js';

export const Gender = { MALE: 'MALE', FEMALE: 'FEMALE' } as const;

export const EmploymentType = {
  REGULAR: 'REGULAR',
  DISPATCHED: 'DISPATCHED',
  NON_REGULAR: 'NON_REGULAR',
  SELF_EMPLOYED: 'SELF_EMPLOYED',
} as const;

export const JoinedVia = {
  EMPLOYER: 'EMPLOYER',
  ONLINE: 'ONLINE',
  COLLECTIVE: 'COLLECTIVE',
  OUTSIDE_FIRST: 'OUTSIDE_FIRST',
} as const;

export const MemberStatus = {
  APPLIED: 'APPLIED',
  ACTIVE: 'ACTIVE',
  SUSPENDED: 'SUSPENDED',
  TRANSFERRED: 'TRANSFERRED',
  LEFT: 'LEFT',
  RETIRED: 'RETIRED',
  DECEASED: 'DECEASED',
} as const;

export type Gender = keyof typeof Gender;
export type EmploymentType = keyof typeof EmploymentType;
export type JoinedVia = keyof typeof JoinedVia;
export type MemberStatus = keyof typeof MemberStatus;

registerEnumType(Gender, {
  name: 'Gender',
  description: '性别，以公民身份号码为准 / Gender, as the identity number says',
  valuesConfig: { MALE: { description: '男 / Male' }, FEMALE: { description: '女 / Female' } },
});

registerEnumType(EmploymentType, {
  name: 'EmploymentType',
  description: '就业形式 / How somebody works',
  valuesConfig: {
    REGULAR: { description: '与单位订立劳动合同 / A labour contract with the employer' },
    DISPATCHED: { description: '劳务派遣 / A contract with a dispatching agency' },
    NON_REGULAR: {
      description: '非正规就业：平台、家政等“两非一无”人员 / Platform and household work without a labour contract',
    },
    SELF_EMPLOYED: { description: '个体经营、自由职业 / Shopkeepers and free professions' },
  },
});

registerEnumType(JoinedVia, {
  name: 'JoinedVia',
  description: '入会途径 / How somebody came to the union',
  valuesConfig: {
    EMPLOYER: { description: '通过单位工会 / Through the employer’s union' },
    ONLINE: { description: '网上申请 / By an application of their own' },
    COLLECTIVE: { description: '集体入会 / With a whole unit at once' },
    OUTSIDE_FIRST: { description: '体外入会：单位建会之前先入会 / Before the employer has a union' },
  },
});

registerEnumType(MemberStatus, {
  name: 'MemberStatus',
  description: '会员状态 / Status of a person in the register',
  valuesConfig: {
    APPLIED: { description: '已申请，尚未入会 / Has applied and not been admitted yet' },
    ACTIVE: { description: '在会 / A member' },
    SUSPENDED: { description: '暂停 / Membership suspended' },
    TRANSFERRED: { description: '已转出本区 / Moved to another district' },
    LEFT: { description: '已离会 / Has left' },
    RETIRED: { description: '已退休 / Has retired' },
    DECEASED: { description: '已去世 / Has died' },
  },
});

@ObjectType('Member', {
  implements: Node,
  simpleResolvers: true,
  description: '会员：区会员库中的一人 / A person’s entry in the register of the district',
})
export class Member extends Node {
  @Field(() => String, { description: '姓名 / Name' })
  name!: string;

  @Field(() => Gender, { description: '性别 / Gender' })
  gender!: string;

  @Field(() => DateScalar, { description: '出生日期 / Date of birth' })
  birthDate!: string;

  // Shown by the kernel, which opens and masks what `personalData` says stands behind them.
  @Field(() => NationalIdScalar, { description: '公民身份号码，始终掩码 / Identity number, always masked' })
  nationalId!: string;

  @Field(() => PhoneNumberScalar, { description: '手机号，始终掩码 / Phone number, always masked' })
  phone!: string;

  @Field(() => EmploymentType, { description: '就业形式 / How the person works' })
  employmentType!: string;

  @Field(() => String, { description: '职业或工种 / Occupation' })
  occupation!: string;

  @Field(() => JoinedVia, { description: '入会途径 / How the person joined' })
  joinedVia!: string;

  @Field(() => MemberStatus, { description: '状态 / Status' })
  status!: string;

  @Field(() => Boolean, { description: '演示用的虚构人物 / A made-up person of the demo' })
  synthetic!: boolean;

  @Field(() => Int, { description: '版本号，修改时作为 expectedVersion / Version, for expectedVersion of a change' })
  version!: number;
}

export const MemberConnection = connectionOf(() => Member, 'Member');
