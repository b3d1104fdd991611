import { definePermissions } from 'lianxin/kernel';

export const permissions = definePermissions({
  'sample-plugin:read': {
    title: { zh: '查看样例插件的记录', en: 'See entries of Sample plugin' },
    grantedTo: ['administrator', 'auditor', 'organizer', 'chair', 'member'],
  },
  'sample-plugin:write': {
    title: { zh: '新增样例插件的记录', en: 'Make entries of Sample plugin' },
    grantedTo: ['administrator', 'organizer', 'chair'],
  },
});
