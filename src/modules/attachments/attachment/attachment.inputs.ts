import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar, Payload } from '../../../kernel/index.js';

@InputType('RequestUploadInput', { description: '申请上传一个附件 / A file to be attached' })
export class RequestUploadInput {
  @Field(() => ID, { description: '附于哪个对象 / What to attach it to' })
  ownerId!: string;

  @Field(() => String, { description: '种类代码，见 attachmentKinds / Code of its kind, see attachmentKinds' })
  kind!: string;

  @Field(() => String, {
    description: '文件名，含扩展名，最多 120 字 / Name with its ending, 120 characters at most',
  })
  name!: string;

  @Field(() => Int, { description: '字节数，须与内容一致 / Size in bytes, exactly that of the content' })
  size!: number;
}

@ObjectType('RequestUploadPayload', { simpleResolvers: true, description: '上传地址 / Where to upload it' })
export class RequestUploadPayload extends Payload {
  @Field(() => String, {
    nullable: true,
    description:
      '一次性地址：以 PUT 发送文件内容，附 Content-Length / Single-use address: PUT the content there, with Content-Length',
  })
  uploadAddress?: string;

  @Field(() => DateTimeScalar, { nullable: true, description: '地址失效时间 / When the address stops to work' })
  expiresAt?: Date;
}

@InputType('RemoveAttachmentInput', { description: '删除一个附件 / An attachment to be removed' })
export class RemoveAttachmentInput {
  @Field(() => ID, { description: '附件 / The attachment' })
  attachmentId!: string;
}

@ObjectType('RemoveAttachmentPayload', { simpleResolvers: true, description: '删除结果 / What became of it' })
export class RemoveAttachmentPayload extends Payload {
  @Field(() => ID, { nullable: true, description: '已删除附件的 ID / Id of the attachment that was removed' })
  removedId?: string;
}
