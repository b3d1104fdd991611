import { definePermissions } from '../../kernel/index.js';
export const permissions = definePermissions({
    'member:read': {
        title: { zh: '查看会员', en: 'See members' },
        grantedTo: ['administrator', 'auditor', 'organizer', 'chair', 'case-worker', 'member'],
    },
    'membership:apply': {
        title: { zh: '提交入会申请', en: 'Apply for membership, for oneself or for somebody' },
        grantedTo: ['administrator', 'organizer', 'chair', 'front-end', 'member'],
    },
    'membership:decide': {
        title: { zh: '审批入会申请', en: 'Decide applications for membership' },
        grantedTo: ['administrator', 'organizer', 'chair'],
    },
    'membership:transfer': {
        title: { zh: '转接会员关系', en: 'Transfer members between unions' },
        grantedTo: ['administrator', 'organizer'],
    },
    'membership:end': {
        title: { zh: '终止会员关系', en: 'End memberships' },
        grantedTo: ['administrator', 'organizer', 'chair'],
    },
    'membership:cover': {
        title: { zh: '办理二次覆盖', en: 'Give second coverage by a joint union' },
        grantedTo: ['administrator', 'organizer'],
    },
});
//# sourceMappingURL=permissions.js.map