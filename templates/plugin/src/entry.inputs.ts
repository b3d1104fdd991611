import { Field, ID, InputType, ObjectType, Payload } from 'lianxin/kernel';
import type { EntryRow } from './entry.node.js';
import { SamplePluginEntry } from './entry.type.js';

@InputType('AddSamplePluginEntryInput', { description: '新增记录 / An entry to be made' })
export class AddSamplePluginEntryInput {
  @Field(() => ID, { description: '会员 / The member it is about' })
  memberId!: string;

  @Field(() => String, { description: '内容，最多 200 字 / What to note, at most 200 characters' })
  note!: string;
}

@ObjectType('AddSamplePluginEntryPayload', {
  simpleResolvers: true,
  description: '新增记录的结果 / What became of an entry to be made',
})
export class AddSamplePluginEntryPayload extends Payload {
  @Field(() => SamplePluginEntry, { nullable: true, description: '记录 / The entry' })
  entry?: EntryRow | undefined;
}
