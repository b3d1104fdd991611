import { definePermissions } from '../../kernel/index.js';

export const permissions = definePermissions({
  'attachment:read': {
    title: { zh: '查看附件', en: 'Read attachments' },
    grantedTo: ['administrator', 'auditor', 'organizer', 'chair', 'case-worker', 'member'],
  },
  'attachment:add': {
    title: { zh: '添加附件', en: 'Add attachments' },
    grantedTo: ['administrator', 'organizer', 'chair', 'case-worker', 'member'],
  },
  'attachment:remove': {
    title: { zh: '删除附件', en: 'Remove attachments' },
    grantedTo: ['administrator', 'organizer', 'chair'],
  },
});
