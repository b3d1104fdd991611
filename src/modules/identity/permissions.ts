import { definePermissions } from '../../kernel/index.js';

export const permissions = definePermissions({
  'identity:read': {
    title: { zh: '查看群组与角色的对应', en: 'See which roles groups of a sign-in provider mean' },
    grantedTo: ['administrator', 'security-administrator', 'auditor'],
  },
  'identity:map': {
    title: { zh: '设定群组与角色的对应', en: 'Say which roles groups of a sign-in provider mean' },
    grantedTo: ['administrator'],
  },
  'identity:invite': {
    title: { zh: '发放绑定会员的邀请码', en: 'Invite members to bind an account' },
    grantedTo: ['administrator', 'organizer', 'chair'],
  },
  'identity:unbind': {
    title: { zh: '解除账号与会员的绑定', en: 'Undo the binding of an account to a member' },
    grantedTo: ['administrator'],
  },
});
