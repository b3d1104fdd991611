import { Arg, Ctx, Field, ID, InterfaceType, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../context.js';
import type { NodeSource } from '../database/node-source.js';
import { kernelErrors } from '../errors/kernel-errors.js';
import { refuse } from '../errors/refusal.js';
import { parseGlobalId } from './global-id.js';
import { SignedIn } from './permission.js';

const MAX_IDS = 100;

/** Relay's interface of everything that has an id of its own. */
@InterfaceType('Node', {
  autoRegisterImplementations: false,
  description: '有全局 ID 的对象 / An object with a global id',
})
export abstract class Node {
  @Field(() => ID, { description: '全局 ID，不透明 / Opaque global id' })
  id!: string;
}

/** A row on its way through an abstract type: it says what it is. */
type TypedRow = object & { readonly __typename: string };

@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description:
      '按全局 ID 取一个对象；无权查看与不存在回答相同 / One object by its global id; not yours and not there look the same',
  })
  @SignedIn()
  node(
    @Arg('id', () => ID, { description: '全局 ID / Global id' }) id: string,
    @Ctx() ctx: RequestContext,
  ): Promise<TypedRow | null> {
    return loadNode(ctx, id);
  }

  @Query(() => [Node], {
    nullable: 'items',
    description:
      '按全局 ID 取多个对象，次序不变，最多 100 个 / Objects by their global ids, in that order, 100 at most',
  })
  @SignedIn()
  nodes(
    @Arg('ids', () => [ID], { description: '全局 ID 列表 / Global ids' }) ids: string[],
    @Ctx() ctx: RequestContext,
  ): Promise<(TypedRow | null)[]> {
    if (ids.length > MAX_IDS) {
      throw refuse(kernelErrors.PAGE_SIZE_OUT_OF_RANGE, {
        details: { field: 'nodes', limit: MAX_IDS, size: ids.length },
      });
    }
    return Promise.all(ids.map((id) => loadNode(ctx, id)));
  }
}

/** Loads any node through the predicate of its type. */
async function loadNode(ctx: RequestContext, id: string): Promise<TypedRow | null> {
  const place = nodePlace(ctx, id);
  const row = await place?.source.load(ctx, place.uuid);
  return place && row ? { ...row, __typename: place.type } : null;
}

/** Where a global id of any type leads; `null` for no id, and for types of modules that the district has off. */
export function nodePlace(
  ctx: RequestContext,
  id: string,
): { readonly type: string; readonly uuid: string; readonly source: NodeSource } | null {
  const parsed = parseGlobalId(id);
  if (!parsed) return null;
  const source = ctx.declared('nodes', parsed.type);
  return source ? { ...parsed, source } : null;
}
