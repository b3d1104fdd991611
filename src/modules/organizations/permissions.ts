import { definePermissions } from '../../kernel/index.js';

export const permissions = definePermissions({
  'organization:read': {
    title: { zh: '查看工会组织', en: 'See union bodies' },
    grantedTo: ['city', 'administrator', 'auditor', 'organizer', 'chair', 'case-worker', 'member', 'front-end'],
  },
  'organization:create': {
    title: { zh: '新建工会组织', en: 'Create union bodies' },
    grantedTo: ['administrator', 'organizer'],
  },
  'organization:update': {
    title: { zh: '修改工会组织', en: 'Change union bodies' },
    grantedTo: ['administrator', 'organizer'],
  },
  'organization:move': {
    title: { zh: '调整工会组织的上级', en: 'Move union bodies in the tree' },
    grantedTo: ['administrator', 'organizer'],
  },
  'officer:manage': {
    title: { zh: '管理工会干部任期', en: 'Appoint officers and end their terms' },
    grantedTo: ['administrator', 'organizer'],
  },
  'unit:manage': {
    title: { zh: '管理覆盖单位', en: 'Manage covered units' },
    grantedTo: ['administrator', 'organizer', 'chair'],
  },
  'contract:read': {
    title: { zh: '查看组织的合同附件', en: 'Read contracts attached to union bodies' },
    grantedTo: ['administrator', 'auditor', 'organizer', 'chair'],
  },
  'contract:add': {
    title: { zh: '添加组织的合同附件', en: 'Attach contracts to union bodies' },
    grantedTo: ['administrator', 'organizer', 'chair'],
  },
  'statistics:read': {
    title: { zh: '查看组建和入会数据', en: 'See figures and rates of union bodies' },
    grantedTo: ['city', 'administrator', 'auditor', 'organizer', 'chair', 'front-end'],
  },
  'survey:record': {
    title: { zh: '登记职工和应建会单位调查', en: 'Record surveys of workers and employers' },
    grantedTo: ['administrator', 'organizer'],
  },
});
