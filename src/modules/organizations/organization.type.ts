import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf, CreditCodeScalar, DateScalar, DateTimeScalar, Node } from '../../kernel/index.js';
import type { OrganizationRow } from './organization.entity.js';
import {
  BankAccount,
  JointUnionKind,
  OrganizationKind,
  OrganizationLevel,
  OrganizationStatus,
  OrganizationType,
} from './organization.enums.js';

@ObjectType('Organization', {
  implements: Node,
  simpleResolvers: true,
  description: '工会组织 / A union body',
})
export class Organization extends Node {
  @Field(() => String, { description: '工会编号，本区内唯一 / Its code, unique in the district' })
  code!: string;

  @Field(() => String, { description: '名称 / Name' })
  name!: string;

  @Field(() => OrganizationKind, { description: '种类 / Kind' })
  kind!: OrganizationKind;

  @Field(() => JointUnionKind, {
    nullable: true,
    description: '联合的方式，仅联合工会有 / What it gathers; joint unions only',
  })
  jointUnionKind!: JointUnionKind | null;

  @Field(() => OrganizationType, { description: '四型 / Which of the four types it is' })
  type!: OrganizationType;

  @Field(() => OrganizationLevel, { description: '层级 / Level' })
  level!: OrganizationLevel;

  @Field(() => OrganizationStatus, { description: '状态 / Stage of its life' })
  status!: OrganizationStatus;

  @Field(() => CreditCodeScalar, {
    nullable: true,
    description: '工会自身的统一社会信用代码 / The body’s own unified social credit code',
  })
  creditCode!: string | null;

  @Field(() => Boolean, { description: '是否具有法人资格 / Whether it is a legal person' })
  legalPerson!: boolean;

  @Field(() => Boolean, { description: '是否已登记 / Whether it is registered' })
  registered!: boolean;

  @Field(() => String, { nullable: true, description: '地址 / Address' })
  address!: string | null;

  @Field(() => BankAccount, { nullable: true, description: '银行账户情况 / How it keeps its money' })
  bankAccount!: BankAccount | null;

  @Field(() => DateScalar, { nullable: true, description: '建会日期 / Day it was founded' })
  foundedOn!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: '撤销或合并日期，自该日起不再存在 / Day from which it is dissolved or merged',
  })
  endedOn!: string | null;

  @Field(() => Boolean, { description: '是否为演示用的虚构数据 / Whether it is made up for the demo' })
  synthetic!: boolean;

  @Field(() => DateTimeScalar, { description: '录入时间 / When it was entered' })
  createdAt!: Date;

  @Field(() => Int, { description: '版本号，修改时须提供 / Version, to be given with a change' })
  version!: number;
}

/** A list of organizations, for every field that has one. */
export const OrganizationConnection = connectionOf<OrganizationRow>(() => Organization, 'Organization');
