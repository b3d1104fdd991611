import type { PersonalFiles } from '../../kernel/index.js';
import { attachmentNode } from './attachment/attachment.node.js';
import { filesOfPerson } from './attachment/attachment.repository.js';
import { placeOf } from './attachment/place.js';
import { removeOfPerson } from './attachment/removal.service.js';
import { DOWNLOAD_SECONDS, issueAddress } from './ticket/ticket.service.js';

const terms = { use: 'DOWNLOAD', type: 'Attachment', seconds: DOWNLOAD_SECONDS } as const;

export const personalFiles: PersonalFiles = {
  async export(ctx, memberId) {
    const files = await filesOfPerson(ctx, memberId);
    return Promise.all(
      files.map(async (file) => ({
        kind: `${file.ownerType}.${file.kind}`,
        name: (await ctx.kernel.vault.open(ctx, placeOf(file, 'name_sealed'), file.nameSealed)) ?? '',
        mediaType: file.mediaType,
        size: Number(file.size),
        sha256: Buffer.from(file.sha256!).toString('hex'),
        addedAt: new Date(file.addedAt).toISOString(),
        downloadAddress: (await attachmentNode.load(ctx, file.id))
          ? await issueAddress(ctx, '/attachments/download', terms, file.id)
          : null,
      })),
    );
  },
  erase: removeOfPerson,
};
