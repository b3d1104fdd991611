import { ArgsType, type ClassType, Field, Int, ObjectType } from 'type-graphql';

/** Arguments of every list: exactly one of `first` and `last`, 1–100, checked before execution. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, description: '从前往后取几条，1–100 / How many from the start, 1–100' })
  first?: number;

  @Field(() => String, { nullable: true, description: '从此游标之后 / After this cursor' })
  after?: string;

  @Field(() => Int, { nullable: true, description: '从后往前取几条，1–100 / How many from the end, 1–100' })
  last?: number;

  @Field(() => String, { nullable: true, description: '到此游标之前 / Before this cursor' })
  before?: string;
}

@ObjectType('PageInfo', { simpleResolvers: true, description: '翻页信息 / Where a page lies in its list' })
export class PageInfo {
  @Field(() => Boolean, { description: '后面还有 / There is more after it' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: '前面还有 / There is more before it' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: '本页第一条的游标 / Cursor of the first entry' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: '本页最后一条的游标 / Cursor of the last entry' })
  endCursor!: string | null;
}

export interface EdgeOf<Row> {
  readonly cursor: string;
  readonly node: Row;
}

/** One page as services hand it to the graph. `totalCount` is asked only when the query selects it. */
export interface Page<Row> {
  readonly edges: readonly EdgeOf<Row>[];
  readonly nodes: readonly Row[];
  readonly pageInfo: PageInfo;
  readonly totalCount: () => Promise<number>;
}

/** Creates `<Name>Connection` and `<Name>Edge` for a node type. Call once per type, beside the type. */
export function connectionOf<Row extends object>(
  nodeType: () => ClassType<object>,
  name: string,
): ClassType<Page<Row>> {
  @ObjectType(`${name}Edge`, {
    simpleResolvers: true,
    description: `${name} 列表中的一条 / One entry of a list of ${name}`,
  })
  class Edge {
    @Field(() => String, { description: '游标 / Cursor' })
    cursor!: string;

    @Field(nodeType, { description: '对象 / The object' })
    node!: object;
  }

  @ObjectType(`${name}Connection`, { simpleResolvers: true, description: `${name} 列表 / A list of ${name}` })
  class Connection {
    @Field(() => [Edge], { description: '带游标的条目 / Entries with their cursors' })
    edges!: Edge[];

    @Field(() => [nodeType() as never], { description: '对象 / The objects' })
    nodes!: object[];

    @Field(() => PageInfo, { description: '翻页信息 / Where the page lies' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: '总数，只在请求时统计 / Size of the whole list, counted only when asked' })
    totalCount!: number;
  }

  return Connection as unknown as ClassType<Page<Row>>;
}
