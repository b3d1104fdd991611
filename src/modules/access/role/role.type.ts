import { Field, ObjectType, registerEnumType } from 'type-graphql';

export const RoleScopeKind = { DISTRICT: 'district', SUBTREE: 'subtree', SELF: 'self' } as const;

registerEnumType(RoleScopeKind, {
  name: 'RoleScope',
  description: '角色的授予范围 / What a role is bound to when it is given',
  valuesConfig: {
    DISTRICT: { description: '全区 / The whole district' },
    SUBTREE: { description: '一个组织及其下属 / One organization with everything below it' },
    SELF: { description: '会员本人 / The member alone' },
  },
});

@ObjectType('Role', {
  simpleResolvers: true,
  description: '本区的一个角色：模块自带的，或本区自定的 / A role of this district: a module’s, or one of its own',
})
export class Role {
  @Field(() => String, { description: '角色代码 / Code of the role' })
  code!: string;

  @Field(() => String, { description: '角色名称，按调用者的语言 / Title in the caller’s language' })
  title!: string;

  @Field(() => RoleScopeKind, { description: '授予范围 / What it is bound to' })
  scope!: string;

  @Field(() => [String], { description: '本区现有模块下的权限 / Permissions, with the modules that are on here' })
  permissions!: readonly string[];

  @Field(() => Boolean, { description: '模块自带 / Comes with a module' })
  builtIn!: boolean;

  @Field(() => Boolean, {
    description: '须双因素登录才生效 / Counts only after a sign-in with a second factor',
  })
  secondFactor!: boolean;

  @Field(() => Boolean, { description: '调用者能否授予他人 / Whether the caller may give it to somebody else' })
  mayGive!: boolean;
}

@ObjectType('PermissionEntry', { simpleResolvers: true, description: '一项权限 / A permission' })
export class PermissionEntry {
  @Field(() => String, { description: '权限，如 member:read / The permission, such as member:read' })
  code!: string;

  @Field(() => String, { description: '名称，按调用者的语言 / Title in the caller’s language' })
  title!: string;

  @Field(() => [RoleScopeKind], {
    description: '可放入哪些范围的本区角色；空为不可 / Scopes of own roles that may hold it; none means none',
  })
  ownRoleScopes!: readonly string[];
}
