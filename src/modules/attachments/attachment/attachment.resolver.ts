import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { DateTimeScalar, Permission, type RequestContext, say, SignedIn } from '../../../kernel/index.js';
import { maxCount, maxMegabytes, ownerTypes } from '../owners.js';
import { DOWNLOAD_SECONDS, issueAddress } from '../ticket/ticket.service.js';
import {
  RemoveAttachmentInput,
  RemoveAttachmentPayload,
  RequestUploadInput,
  RequestUploadPayload,
} from './attachment.inputs.js';
import type { AttachmentRow } from './attachment.node.js';
import { Attachment, AttachmentKindType } from './attachment.type.js';
import { placeOf } from './place.js';
import { removeAttachment } from './removal.service.js';
import { requestUpload } from './request-upload.service.js';

@Resolver(() => Attachment)
export class AttachmentResolver {
  @Query(() => [AttachmentKindType], { description: '可附加的文件种类 / Kinds of files that can be attached' })
  @SignedIn()
  attachmentKinds(@Ctx() ctx: RequestContext): AttachmentKindType[] {
    return [...ownerTypes(ctx).values()].flatMap(({ type, kinds }) =>
      [...kinds].map(([code, kind]) => ({
        owner: type,
        code,
        title: say(kind.title, ctx.locale),
        types: kind.types,
        maxMegabytes: maxMegabytes(kind),
        maxCount: maxCount(kind),
      })),
    );
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: '文件名；其人已删除的为空 / Name of the file; null once its person has been erased',
  })
  name(@Root() file: AttachmentRow, @Ctx() ctx: RequestContext): Promise<string | null> {
    return ctx.kernel.vault.open(ctx, placeOf(file, 'name_sealed'), file.nameSealed);
  }

  @FieldResolver(() => String, { description: '内容的 SHA-256，十六进制 / SHA-256 of the content, hexadecimal' })
  sha256(@Root() file: AttachmentRow): string {
    return Buffer.from(file.sha256!).toString('hex');
  }

  @FieldResolver(() => DateTimeScalar, { description: '添加时间 / When it was added' })
  addedAt(@Root() file: AttachmentRow): Date {
    return new Date(file.addedAt);
  }

  @FieldResolver(() => String, {
    description:
      '一次性下载地址，60 秒内有效；下载时重新核对权限并留痕 / Single-use address to GET, good for 60 seconds; the permission is checked again then, and the reading recorded',
  })
  downloadAddress(@Root() file: AttachmentRow, @Ctx() ctx: RequestContext): Promise<string> {
    const terms = { use: 'DOWNLOAD', type: 'Attachment', seconds: DOWNLOAD_SECONDS } as const;
    return issueAddress(ctx, '/attachments/download', terms, file.id);
  }

  @Mutation(() => RequestUploadPayload, {
    description: '申请上传附件，得到一次性地址 / Asks for a single-use address that takes a file',
  })
  @Permission('attachment:add')
  requestUpload(
    @Arg('input', () => RequestUploadInput, { description: '输入 / Input' }) input: RequestUploadInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RequestUploadPayload> {
    return requestUpload(ctx, input);
  }

  @Mutation(() => RemoveAttachmentPayload, { description: '删除附件 / Removes an attachment for good' })
  @Permission('attachment:remove')
  async removeAttachment(
    @Arg('input', () => RemoveAttachmentInput, { description: '输入 / Input' }) input: RemoveAttachmentInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RemoveAttachmentPayload> {
    await removeAttachment(ctx, input.attachmentId);
    return { removedId: input.attachmentId };
  }
}
