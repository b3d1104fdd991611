import { definePermissions } from '../../kernel/index.js';
export const permissions = definePermissions({
    'audit:read': {
        title: { zh: '查看审计记录', en: 'Read the audit' },
        grantedTo: ['auditor'],
    },
});
//# sourceMappingURL=permissions.js.map