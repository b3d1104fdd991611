import { defineErrors } from '../../kernel/index.js';

export const errors = defineErrors({
  ROLE_UNKNOWN: {
    message: { zh: '没有角色 {role}。', en: 'There is no role {role}.' },
    cure: { zh: '用 roles 查询本区的角色代码。', en: 'Ask roles for the codes of the roles of this district.' },
  },
  ROLE_NOT_GIVEN_HERE: {
    message: {
      zh: '角色 {role} 由上级管理，区内不能授予、撤销或停用。',
      en: 'The role {role} is given by the level above; a district can neither give, revoke nor suspend it.',
    },
    cure: { zh: '请市级的运维人员处理。', en: 'Ask the operator at city level.' },
  },
  ROLE_SCOPE_MISMATCH: {
    message: {
      zh: '角色 {role} 的授予范围不符：{scope}。',
      en: 'The role {role} must be given on this scope: {scope}.',
    },
    cure: {
      zh: 'subtree 须给出组织，district 不得给出组织，self 须绑定会员。',
      en: 'subtree needs an organization, district takes none, self needs an account bound to a member.',
    },
  },
  ROLE_ALREADY_HELD: {
    message: { zh: '该账号已有此角色。', en: 'The account holds this role there already.' },
    cure: { zh: '无需重复授予。', en: 'Nothing to do.' },
  },
  ROLE_TO_ONESELF: {
    message: {
      zh: '不能给自己授予角色，也不能修改自己所持的角色。',
      en: 'Nobody gives a role to themself, or changes a role that they hold.',
    },
    cure: { zh: '请另一位管理员操作。', en: 'Ask another administrator.' },
  },
  ROLE_EXCLUDED: {
    message: {
      zh: '角色 {role} 与该账号已有的 {held} 互斥。',
      en: 'The role {role} excludes {held}, which the account holds in that time.',
    },
    cure: {
      zh: '系统、安全、审计三类管理员由不同的人担任；先撤销其一。',
      en: 'System, security and audit administrator are three people; take the one role away first.',
    },
  },
  ROLE_CODE_TAKEN: {
    message: { zh: '本区已有角色 {role}。', en: 'The district has a role {role} already.' },
    cure: { zh: '换一个代码，或修改已有角色。', en: 'Choose another code, or change the role that exists.' },
  },
  ROLE_IN_USE: {
    message: {
      zh: '仍有账号持有角色 {role}，或有群组对应它。',
      en: 'Accounts hold the role {role}, or groups mean it.',
    },
    cure: { zh: '先撤销这些授权和对应。', en: 'Take it away from them first.' },
  },
  ROLE_PERMISSION_RESERVED: {
    message: {
      zh: '权限 {permission} 不能放入范围为 {scope} 的本区角色。',
      en: 'The permission {permission} cannot be part of a role of the district’s own on the scope {scope}.',
    },
    cure: {
      zh: '用 permissions 查询可用的权限；上级、三类管理员独有的，以及仅限本人的权限不可用。',
      en: 'Ask permissions for those that can; not those of the level above, of the three administrators, or for oneself alone.',
    },
  },
  ACCOUNT_SUBJECT_TAKEN: {
    message: { zh: '该身份已登记账号。', en: 'This identity has an account already.' },
    cure: { zh: '使用已有账号。', en: 'Use the account that exists.' },
  },
  ACCOUNT_LAST_ADMINISTRATOR: {
    message: {
      zh: '不能停用或撤销本区最后一名 {role}。',
      en: 'The last {role} of a district must stay.',
    },
    cure: { zh: '先授予另一账号该角色。', en: 'Give the role to somebody else first.' },
  },
});
