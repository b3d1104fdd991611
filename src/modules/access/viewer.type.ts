import { Field, ObjectType } from 'type-graphql';

@ObjectType('ViewerRole', { simpleResolvers: true, description: '调用者的一个角色 / One role of the caller' })
export class ViewerRole {
  @Field(() => String, { description: '角色代码 / Code of the role' })
  code!: string;

  @Field(() => String, { description: '角色名称，按调用者的语言 / Title of the role in the caller’s language' })
  title!: string;
}

@ObjectType('Viewer', {
  simpleResolvers: true,
  description: '调用者自己：是谁、在哪个区、能做什么 / The caller: who, where, and what for',
})
export class Viewer {
  @Field(() => String, {
    description:
      '名称；第三方应用没有 member:read 时为空文本 / Name; an empty text for a third party that may not read members',
  })
  name!: string;
}
