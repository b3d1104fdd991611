import { definePermissions } from '../../kernel/index.js';

export const permissions = definePermissions({
  'export:request': {
    title: { zh: '申请导出名单', en: 'Ask for a list as a file' },
    grantedTo: ['administrator', 'organizer'],
  },
  'export:read': {
    title: { zh: '查看导出申请', en: 'See who asked for which exports' },
    grantedTo: ['administrator', 'security-administrator', 'auditor', 'organizer'],
  },
  'export:approve': {
    title: { zh: '审批他人申请的导出', en: 'Approve exports that somebody else asked for' },
    grantedTo: ['administrator', 'security-administrator'],
  },
});
