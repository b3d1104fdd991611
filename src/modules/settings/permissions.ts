import { definePermissions } from '../../kernel/index.js';

export const permissions = definePermissions({
  'settings:read': {
    title: { zh: '查看各模块的设置', en: 'See the settings of modules' },
    grantedTo: ['administrator', 'security-administrator', 'auditor', 'organizer', 'front-end'],
  },
  'settings:history': {
    title: { zh: '查看设置由谁、为何改动', en: 'See who changed settings, and why' },
    grantedTo: ['administrator', 'security-administrator', 'auditor', 'organizer'],
  },
  'settings:change': {
    title: { zh: '修改各模块的设置', en: 'Change the settings of modules' },
    grantedTo: ['administrator'],
  },
});
