import { defineErrors } from '../../kernel/index.js';

export const errors = defineErrors({
  ROLE_UNKNOWN: {
    message: { zh: '没有角色 {role}。', en: 'There is no role {role}.' },
    cure: { zh: '使用已安装模块声明的角色代码。', en: 'Use the code of a role that an installed module declares.' },
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
  ACCOUNT_SUBJECT_TAKEN: {
    message: { zh: '该身份已登记账号。', en: 'This identity has an account already.' },
    cure: { zh: '使用已有账号。', en: 'Use the account that exists.' },
  },
  ACCOUNT_LAST_ADMINISTRATOR: {
    message: { zh: '不能停用或撤销本区最后一名管理员。', en: 'The last administrator of a district must stay.' },
    cure: { zh: '先授予另一账号管理员角色。', en: 'Give the role to somebody else first.' },
  },
});
