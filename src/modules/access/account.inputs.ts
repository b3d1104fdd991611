import { Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar } from '../../kernel/index.js';

@InputType('RegisterAccountInput', { description: '登记账号 / Register an account' })
export class RegisterAccountInput {
  @Field(() => String, { description: '身份：签发者与主体 / Identity: issuer and subject' })
  subject!: string;

  @Field(() => String, { description: '名称 / Name' })
  name!: string;

  @Field(() => ID, { nullable: true, description: '对应的会员 / The member behind it' })
  memberId?: string | null;
}

@InputType('SuspendAccountInput', { description: '停用或恢复账号 / Suspend an account or let it act again' })
export class SuspendAccountInput {
  @Field(() => ID, { description: '账号 / The account' })
  accountId!: string;

  @Field(() => Boolean, { description: '停用为 true，恢复为 false / True suspends, false lets it act again' })
  suspended!: boolean;

  @Field(() => Int, { description: '您所见的版本 / The version you saw' })
  expectedVersion!: number;
}

@InputType('GrantRoleInput', { description: '授予角色 / Give a role' })
export class GrantRoleInput {
  @Field(() => ID, { description: '账号 / The account' })
  accountId!: string;

  @Field(() => String, { description: '角色代码 / Code of the role' })
  role!: string;

  @Field(() => ID, { nullable: true, description: '所在组织，含其下属 / The organization, with everything below it' })
  organizationId?: string | null;

  @Field(() => DateScalar, { nullable: true, description: '自该日起，默认今天 / From this day on, today by default' })
  since?: string | null;

  @Field(() => DateScalar, { nullable: true, description: '至该日止（不含） / Until this day, exclusive' })
  until?: string | null;
}

@InputType('RevokeRoleInput', { description: '撤销角色 / Take a role away' })
export class RevokeRoleInput {
  @Field(() => ID, { description: '授权编号 / Id of the assignment' })
  assignmentId!: string;
}
