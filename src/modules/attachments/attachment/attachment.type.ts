import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf, Node } from '../../../kernel/index.js';

@ObjectType('Attachment', {
  implements: Node,
  simpleResolvers: true,
  description: '附件：证明、合同、照片等 / A file attached to something: a proof, a contract, a photo',
})
export class Attachment extends Node {
  @Field(() => String, { description: '种类代码，见 attachmentKinds / Code of its kind, see attachmentKinds' })
  kind!: string;

  @Field(() => String, { description: '媒体类型，由内容判定 / Media type, as the content says' })
  mediaType!: string;

  @Field(() => Int, { description: '字节数 / Size in bytes' })
  size!: number;
}

export const AttachmentConnection = connectionOf(() => Attachment, 'Attachment');

@ObjectType('AttachmentKind', {
  simpleResolvers: true,
  description: '可附加的一种文件 / A kind of file that can be attached',
})
export class AttachmentKindType {
  @Field(() => String, { description: '附于何种对象，如 Member / What it is attached to, such as Member' })
  owner!: string;

  @Field(() => String, { description: '代码 / Code' })
  code!: string;

  @Field(() => String, { description: '名称 / Title' })
  title!: string;

  @Field(() => [String], { description: '接受的扩展名 / Endings of names that are taken' })
  types!: readonly string[];

  @Field(() => Int, { description: '单个文件最大 MB / Largest file in MB' })
  maxMegabytes!: number;

  @Field(() => Int, { description: '每个对象最多几个 / How many one object can have' })
  maxCount!: number;
}
