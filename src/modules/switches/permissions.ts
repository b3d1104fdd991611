import { definePermissions } from '../../kernel/index.js';

export const permissions = definePermissions({
  'module:read': {
    title: { zh: '查看模块及其开关记录', en: 'See modules, and who switched them when' },
    grantedTo: ['city', 'administrator', 'security-administrator', 'auditor', 'organizer', 'chair'],
  },
  'module:switch': {
    title: { zh: '启用和停用本区的模块', en: 'Switch modules of the district on and off' },
    grantedTo: ['administrator'],
  },
  'module:lock': {
    title: { zh: '锁定本市各区的模块', en: 'Fix modules of the districts of the city on or off' },
    grantedTo: ['city'],
  },
  'module:stand-aside': {
    title: { zh: '决定街镇是否参加模块的工作', en: 'Decide whether a hub takes part in a module’s operations' },
    grantedTo: ['administrator', 'organizer', 'chair'],
  },
});
