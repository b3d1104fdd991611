import type { AttachmentOwner } from '../../kernel/index.js';

/** Files of a union body. Members see their union; its contracts are for those who run it. */
export const attachments: Readonly<Record<string, AttachmentOwner>> = {
  Organization: {
    kinds: {
      contract: {
        title: { zh: '合同、协议', en: 'Contract' },
        types: ['pdf', 'docx', 'xlsx', 'jpg', 'png'],
        maxCount: 100,
        readBy: 'contract:read',
        addBy: 'contract:add',
      },
    },
  },
};
