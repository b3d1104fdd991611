import { definePermissions } from '../../kernel/index.js';

export const permissions = definePermissions({
  'access:read': {
    title: { zh: '查看账号与角色', en: 'See accounts and roles' },
    grantedTo: ['administrator', 'security-administrator', 'auditor'],
  },
  'access:assign': {
    title: { zh: '登记账号，授予或撤销可授予的角色', en: 'Register accounts, give and take the roles one may give' },
    grantedTo: ['administrator', 'security-administrator'],
  },
  'access:manage': {
    title: { zh: '管理普通角色及其账号', en: 'Manage ordinary roles and the accounts that hold them' },
    grantedTo: ['administrator'],
  },
  'access:appoint': {
    title: { zh: '任免区管理员、安全管理员和审计员', en: 'Appoint the system, security and audit administrators' },
    grantedTo: ['security-administrator'],
  },
});
