import { connectionOf, DateScalar, Field, Node, ObjectType } from 'lianxin/kernel';

@ObjectType('SamplePluginEntry', {
  implements: Node,
  simpleResolvers: true,
  description: '样例插件的记录 / An entry of Sample plugin',
})
export class SamplePluginEntry extends Node {
  @Field(() => String, { description: '内容 / What was noted' })
  note!: string;

  @Field(() => DateScalar, { description: '记录日期 / Day on which it was made' })
  madeOn!: string;

  @Field(() => DateScalar, { nullable: true, description: '结束日期 / Day on which it was closed' })
  closedOn!: string | null;
}

export const SamplePluginEntryConnection = connectionOf(() => SamplePluginEntry, 'SamplePluginEntry');
