import type { AttachmentOwner } from '../../kernel/index.js';

/** Files about a person: all sealed with that person's key. */
export const attachments: Readonly<Record<string, AttachmentOwner>> = {
  Member: {
    person: 'id',
    kinds: {
      photo: { title: { zh: '照片', en: 'Photo' }, types: ['jpg', 'png', 'webp'], maxMegabytes: 10, maxCount: 3 },
      proof: { title: { zh: '证明材料', en: 'Proof' }, types: ['pdf', 'jpg', 'png', 'webp', 'docx'] },
    },
  },
  MembershipApplication: {
    person: 'memberId',
    kinds: {
      proof: { title: { zh: '证明材料', en: 'Proof' }, types: ['pdf', 'jpg', 'png', 'webp', 'docx'], maxCount: 10 },
    },
  },
};
