import { Field, ObjectType } from 'type-graphql';
import { DateTimeScalar, JsonObjectScalar } from '../../../kernel/index.js';

@ObjectType('PersonalDataExport', {
  simpleResolvers: true,
  description: '一人的全部数据 / Everything kept about one person',
})
export class PersonalDataExport {
  @Field(() => DateTimeScalar, { description: '导出时间 / When it was exported' })
  exportedAt!: Date;

  @Field(() => JsonObjectScalar, {
    description:
      '内容：tables 为各模块各表的记录，files 为附件；含原值 / Content: tables has the rows of every module, files the attachments; values in full',
  })
  content!: object;
}
