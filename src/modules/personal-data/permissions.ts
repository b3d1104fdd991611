import { definePermissions } from '../../kernel/index.js';

export const permissions = definePermissions({
  'personal-data:own': {
    title: {
      zh: '查看和导出本人数据，同意与撤回，申请删除',
      en: 'See and export one’s own data, consent and withdraw, ask for erasure',
    },
    grantedTo: ['member'],
  },
  'personal-data:unmask': {
    title: { zh: '查看掩码字段的原值', en: 'See the full value of a masked field' },
    grantedTo: ['administrator', 'organizer', 'case-worker'],
  },
  'personal-data:consent': {
    title: { zh: '登记会员的同意与撤回', en: 'Record consents and withdrawals of members' },
    grantedTo: ['administrator', 'organizer', 'chair', 'case-worker'],
  },
  'personal-data:export': {
    title: { zh: '导出一人的全部数据', en: 'Export everything about one person' },
    grantedTo: ['administrator'],
  },
  'personal-data:erase': {
    title: { zh: '申请删除一人的数据', en: 'Ask for the erasure of a person' },
    grantedTo: ['administrator', 'organizer'],
  },
  'personal-data:approve-erasure': {
    title: { zh: '批准删除', en: 'Approve an erasure that somebody else asked for' },
    grantedTo: ['administrator'],
  },
  'personal-data:read-disclosures': {
    title: { zh: '查看个人数据的披露记录', en: 'Read who was shown or given personal data' },
    grantedTo: ['auditor'],
  },
});
