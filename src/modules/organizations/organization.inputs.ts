import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { DateScalar, Reads } from '../../kernel/index.js';
import {
  BankAccount,
  JointUnionKind,
  OrganizationKind,
  OrganizationLevel,
  OrganizationStatus,
  OrganizationType,
} from './organization.enums.js';

@InputType('CreateOrganizationInput', { description: '新建工会组织 / A union body to be created' })
export class CreateOrganizationInput {
  @Field(() => ID, {
    nullable: true,
    description: '上级；只有本区最高一级组织没有上级 / Parent; only the district’s top body has none',
  })
  parentId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '上级的编号，可代替 parentId / Code of the parent, instead of parentId',
  })
  parentCode?: string | null;

  @Field(() => String, {
    description: '工会编号：3–32 位大写字母、数字或连字符 / Code: 3–32 capital letters, digits or hyphens',
  })
  code!: string;

  @Field(() => String, { description: '名称，2–100 字 / Name, 2–100 characters' })
  name!: string;

  @Field(() => OrganizationKind, { description: '种类 / Kind' })
  kind!: OrganizationKind;

  @Field(() => JointUnionKind, {
    nullable: true,
    description: '联合的方式，联合工会必填 / What it gathers; needed for joint unions, and only there',
  })
  jointUnionKind?: JointUnionKind | null;

  @Field(() => OrganizationType, { nullable: true, description: '四型；默认按种类 / Type; follows from the kind' })
  type?: OrganizationType | null;

  @Field(() => OrganizationLevel, { nullable: true, description: '层级；默认按种类 / Level; follows from the kind' })
  level?: OrganizationLevel | null;

  @Field(() => OrganizationStatus, {
    nullable: true,
    description: '状态，默认为已申请 / Status; APPLIED when left out',
  })
  status?: OrganizationStatus | null;

  @Field(() => String, {
    nullable: true,
    description: '工会自身的统一社会信用代码 / The body’s own unified social credit code',
  })
  creditCode?: string | null;

  @Field(() => Boolean, { nullable: true, description: '是否具有法人资格 / Whether it is a legal person' })
  legalPerson?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: '是否已登记 / Whether it is registered' })
  registered?: boolean | null;

  @Field(() => String, { nullable: true, description: '地址 / Address' })
  address?: string | null;

  @Field(() => BankAccount, { nullable: true, description: '银行账户情况 / How it keeps its money' })
  bankAccount?: BankAccount | null;

  @Field(() => DateScalar, { nullable: true, description: '建会日期，已建会必填 / Founding day; needed when founded' })
  foundedOn?: string | null;
}

@InputType('UpdateOrganizationInput', {
  description: '修改工会组织；只改给出的字段 / A change of a union body; only what is given changes',
})
export class UpdateOrganizationInput {
  @Field(() => ID, { description: '组织 / The body' })
  id!: string;

  @Field(() => Int, { description: '您读到的版本号 / The version you have read' })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: '名称，2–100 字 / Name, 2–100 characters' })
  name?: string | null;

  @Field(() => JointUnionKind, { nullable: true, description: '联合的方式 / What a joint union gathers' })
  jointUnionKind?: JointUnionKind | null;

  @Field(() => OrganizationStatus, { nullable: true, description: '状态 / Status' })
  status?: OrganizationStatus | null;

  @Field(() => String, { nullable: true, description: '统一社会信用代码 / Unified social credit code' })
  creditCode?: string | null;

  @Field(() => Boolean, { nullable: true, description: '是否具有法人资格 / Whether it is a legal person' })
  legalPerson?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: '是否已登记 / Whether it is registered' })
  registered?: boolean | null;

  @Field(() => String, { nullable: true, description: '地址 / Address' })
  address?: string | null;

  @Field(() => BankAccount, { nullable: true, description: '银行账户情况 / How it keeps its money' })
  bankAccount?: BankAccount | null;

  @Field(() => DateScalar, { nullable: true, description: '建会日期 / Founding day' })
  foundedOn?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: '撤销或合并日期 / Day from which it is dissolved or merged',
  })
  endedOn?: string | null;
}

@InputType('MoveOrganizationInput', {
  description: '调整上级，自今日起生效 / A move to another parent, from today on',
})
export class MoveOrganizationInput {
  @Field(() => ID, { description: '组织 / The body' })
  id!: string;

  @Field(() => ID, { description: '新的上级 / The new parent' })
  parentId!: string;

  @Field(() => Int, { description: '您读到的版本号 / The version you have read' })
  expectedVersion!: number;
}

@InputType('OrganizationFilter', { description: '组织筛选；各项同时满足 / Which bodies; all conditions hold at once' })
export class OrganizationFilter {
  @Field(() => OrganizationKind, { nullable: true, description: '种类 / Kind' })
  kind?: OrganizationKind | null;

  @Field(() => OrganizationType, { nullable: true, description: '四型 / Type' })
  type?: OrganizationType | null;

  @Field(() => OrganizationLevel, { nullable: true, description: '层级 / Level' })
  level?: OrganizationLevel | null;

  @Field(() => OrganizationStatus, { nullable: true, description: '状态 / Status' })
  status?: OrganizationStatus | null;

  @Field(() => ID, { nullable: true, description: '该组织及其所有下级 / This body and everything below it' })
  @Reads('Organization.parent')
  within?: string | null;

  @Field(() => String, { nullable: true, description: '名称开头，区分大小写 / Beginning of the name, case matters' })
  @Reads('Organization.name')
  nameStartsWith?: string | null;

  @Field(() => [String], { nullable: true, description: '编号之一，最多 100 个 / One of these codes, 100 at most' })
  codes?: string[] | null;
}

export const OrganizationOrderField = { CODE: 'CODE', NAME: 'NAME' } as const;

registerEnumType(OrganizationOrderField, {
  name: 'OrganizationOrderField',
  description: '组织列表的排序字段 / What a list of bodies is sorted by',
  valuesConfig: {
    CODE: { description: '编号 / Code' },
    NAME: { description: '名称，按字符编码 / Name, by code point' },
  },
});

export const OrganizationOrderDirection = { ASC: 'ASC', DESC: 'DESC' } as const;

registerEnumType(OrganizationOrderDirection, {
  name: 'OrganizationOrderDirection',
  description: '升序或降序 / Direction of a sorting',
  valuesConfig: { ASC: { description: '升序 / Ascending' }, DESC: { description: '降序 / Descending' } },
});

@InputType('OrganizationOrder', { description: '组织列表的排序 / How a list of bodies is sorted' })
export class OrganizationOrder {
  @Field(() => OrganizationOrderField, { description: '排序字段 / Field' })
  field!: keyof typeof OrganizationOrderField;

  @Field(() => OrganizationOrderDirection, { nullable: true, description: '方向，默认升序 / Direction; ascending' })
  direction?: keyof typeof OrganizationOrderDirection | null;
}
