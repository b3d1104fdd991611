import { definePermissions } from '../../kernel/index.js';
export const permissions = definePermissions({
    'district:list': {
        title: { zh: '查看全市各区名单', en: 'See the list of all districts of the city' },
        grantedTo: ['city'],
    },
});
//# sourceMappingURL=permissions.js.map