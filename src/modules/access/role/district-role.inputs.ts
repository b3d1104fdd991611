import { Field, ID, InputType, Int } from 'type-graphql';
import type { RoleScope } from '../../../kernel/index.js';
import { RoleScopeKind } from './role.type.js';

@InputType('CreateRoleInput', { description: '自定一个角色 / A role of the district’s own' })
export class CreateRoleInput {
  @Field(() => String, {
    description:
      '代码，以 own- 开头，小写字母、数字和连字符，最多 40 字符 / Code: own-, lower case, digits, hyphens, 40 at most',
  })
  code!: string;

  @Field(() => String, { description: '中文名称，最多 40 字 / Title in Chinese, 40 characters at most' })
  titleZh!: string;

  @Field(() => String, { description: '英文名称，最多 80 字符 / Title in English, 80 characters at most' })
  titleEn!: string;

  @Field(() => RoleScopeKind, { description: '授予范围，之后不可改 / What it is bound to; it stays so' })
  scope!: RoleScope;

  @Field(() => [String], { description: '权限；空即什么都不能做 / Permissions; none means nothing is allowed' })
  permissions!: string[];
}

@InputType('ChangeRoleInput', { description: '修改自定的角色 / A change to a role of the district’s own' })
export class ChangeRoleInput {
  @Field(() => ID, { description: '角色 / The role' })
  roleId!: string;

  @Field(() => String, { nullable: true, description: '新的中文名称 / New title in Chinese' })
  titleZh?: string | null;

  @Field(() => String, { nullable: true, description: '新的英文名称 / New title in English' })
  titleEn?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: '新的全部权限；空列表即什么都不能做 / All its permissions from now on; an empty list allows nothing',
  })
  permissions?: string[] | null;

  @Field(() => Int, { description: '您所见的版本 / The version you saw' })
  expectedVersion!: number;
}

@InputType('RemoveRoleInput', { description: '删除自定的角色 / Removal of a role of the district’s own' })
export class RemoveRoleInput {
  @Field(() => ID, { description: '角色 / The role' })
  roleId!: string;

  @Field(() => Int, { description: '您所见的版本 / The version you saw' })
  expectedVersion!: number;
}
