import { definePermissions } from '../../kernel/index.js';
export const permissions = definePermissions({
    'access:read': {
        title: { zh: '查看账号与角色', en: 'See accounts and roles' },
        grantedTo: ['administrator', 'auditor'],
    },
    'access:manage': {
        title: { zh: '管理账号与角色', en: 'Manage accounts and roles' },
        grantedTo: ['administrator'],
    },
});
//# sourceMappingURL=permissions.js.map