import { CONTRACT_VERSION, definePlugin } from '../../kernel/index.js';
import { BindingAttemptEntity, MemberInvitationEntity, PersonBindingEntity } from './binding/binding.entity.js';
import { BindingResolver } from './binding/binding.resolver.js';
import { errors } from './errors.js';
import { GroupRoleEntity, groupRoleNode } from './group/group-role.entity.js';
import { GroupRoleResolver } from './group/group-role.resolver.js';
import { LogoutEntity } from './logout/logout.entity.js';
import { logoutRoutes } from './logout/logout.routes.js';
import { permissions } from './permissions.js';
import { personalData } from './personal-data.js';
import { providersOf } from './provider/providers.js';
import { authenticate } from './token/authenticate.js';

export const identity = definePlugin({
  id: 'identity',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  title: { zh: '登录与身份', en: 'Sign-in and identity' },
  requires: ['organizations', 'members', 'access', 'clients'],
  entities: [LogoutEntity, GroupRoleEntity, PersonBindingEntity, MemberInvitationEntity, BindingAttemptEntity],
  migrations: new URL('../../../migrations/identity/', import.meta.url),
  resolvers: [GroupRoleResolver, BindingResolver],
  nodes: { GroupRole: groupRoleNode },
  permissions,
  errors,
  events: {
    'group-role.changed': { zh: '群组与角色的对应已变更', en: 'Which role a group means has changed' },
    'member.invited': { zh: '会员获邀绑定账号', en: 'A member was invited to bind an account' },
    'person.bound': { zh: '账号已绑定会员', en: 'An account was bound to a member' },
    'person.unbound': { zh: '账号与会员已解除绑定', en: 'The binding of an account was undone' },
  },
  personalData,
  historyOf: {
    PersonBinding: { type: 'Account', property: 'principalId' },
    MemberInvitation: { type: 'Member', property: 'memberId' },
  },
  authenticate,
  routes: logoutRoutes,
  // A file that cannot be used stops the start, and not the first caller.
  onStart: async (kernel) => {
    providersOf(kernel);
  },
});
