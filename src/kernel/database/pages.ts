import { type SqlBool, sql } from 'kysely';
import type { RequestContext } from '../context.js';
import type { Page } from '../graphql/connections.js';
import { openTo } from '../graphql/field-permissions.js';
import { type NodeQuery, type Ordering, type PageRequest, type Row, seek, windowOf, writeCursor } from './keyset.js';
import type { AnyTables, NodeSource } from './node-source.js';

/** A list to be read page by page: visible rows of a node, narrowed by `where`, in a total order. */
export interface ListSpec {
  readonly source: NodeSource;
  readonly ordering: Ordering;
  readonly page: PageRequest;
  readonly where?: (query: NodeQuery) => NodeQuery;
}

/** One page of a list at the root of a query: one statement, and one more when the total is asked for. */
export async function pageOf<R extends object>(ctx: RequestContext, list: ListSpec): Promise<Page<R>> {
  const narrowed = (): NodeQuery => (list.where ?? same)(orderedRows(ctx, list));
  const rows = await seek(narrowed(), list.ordering, list.page)
    .select(list.source.columns as AnyTables)
    .execute();
  return assemble<R>(rows as Row[], list, async () => {
    const counted = await narrowed().select(sql<string>`count(*)`.as('total')).executeTakeFirstOrThrow();
    return Number((counted as { total: string }).total);
  });
}

/** A list below each of many parents, for example the members of fifty organizations. */
export interface NestedListSpec extends ListSpec {
  /** Names the list among all loaders of a request; together with page, ordering and variant it must be unique. */
  readonly name: string;
  /** Column of `node` that holds the parent's id, or the condition that ties rows to `parent.id`. */
  readonly link: string | ((query: NodeQuery) => NodeQuery);
  /** Anything else that tells two lists of the same name apart, such as the filter as given. */
  readonly variant?: unknown;
}

/** The page below one parent; all parents of the same tick are read with one lateral statement. */
export async function nestedPageOf<R extends object>(
  ctx: RequestContext,
  parentId: string,
  list: NestedListSpec,
): Promise<Page<R>> {
  const below = (): NodeQuery => tie(list.link, (list.where ?? same)(orderedRows(ctx, list)));
  const key = `${list.name}:${JSON.stringify([list.page, list.ordering.name, list.variant])}`;
  const rows = await ctx.batched<string, Row[]>(`page:${key}`, async (parents) => {
    const page = seek(below(), list.ordering, list.page).select(list.source.columns as AnyTables);
    const found = await perParent<Row>(ctx, parents, page);
    return parents.map((parent) => found.get(parent) ?? []);
  })(parentId);
  return assemble<R>(rows ?? [], list, async () => {
    const total = await ctx.batched<string, number>(
      `count:${list.name}:${JSON.stringify(list.variant)}`,
      async (parents) => {
        const counted = await perParent<{ total: string }>(
          ctx,
          parents,
          below().select(sql<string>`count(*)`.as('total')),
        );
        return parents.map((parent) => Number(counted.get(parent)?.[0]?.total ?? 0));
      },
    )(parentId);
    return total ?? 0;
  });
}

/**
 * The visible rows of which the caller may read what orders them: their order and their cursors would tell it. Every
 * list comes through here, also one whose order no argument chose.
 * Errors: FORBIDDEN; a plain Error for an order by something that the graph does not show.
 */
function orderedRows(ctx: RequestContext, { source, ordering }: ListSpec): NodeQuery {
  const rows = source.query(ctx);
  const { fields } = ctx.kernel;
  const type = fields.typeOf(source);
  if (type === undefined) return rows;
  return ordering.columns.reduce<NodeQuery>((query, { property }) => {
    const field = fields.of(type, property);
    if (!field) throw new Error(`a list of ${type} is ordered by '${property}', which ${type} does not show`);
    const open = openTo(ctx, field);
    // An argument that chose this order has narrowed the rows already.
    const done = open === true || ctx.narrowingOf(source.table).includes(field.permission!);
    return done ? query : query.where(open);
  }, rows);
}

function tie(link: NestedListSpec['link'], query: NodeQuery): NodeQuery {
  return typeof link === 'function' ? link(query) : query.where(sql<SqlBool>`${sql.ref(link)} = parent.id`);
}

/** Runs a query once per parent, laterally, in one statement. */
async function perParent<R>(
  ctx: RequestContext,
  parents: readonly string[],
  query: NodeQuery,
): Promise<Map<string, R[]>> {
  const rows = (await ctx.sql
    .selectFrom(sql<{ id: string }>`unnest(${parents}::uuid[])`.as(sql`parent(id)`) as AnyTables)
    .innerJoinLateral(query.as('page') as AnyTables, (join: AnyTables) => join.onTrue())
    .select('parent.id as parentKey' as AnyTables)
    .selectAll('page' as AnyTables)
    .execute()) as (R & { parentKey: string })[];
  return Map.groupBy(rows, ({ parentKey }) => parentKey);
}

function assemble<R extends object>(
  found: readonly Row[],
  { ordering, page }: ListSpec,
  totalCount: () => Promise<number>,
): Page<R> {
  const { size, backward } = windowOf(page);
  let total: Promise<number> | undefined;
  const more = found.length > size;
  const kept = found.slice(0, size);
  const rows = backward ? kept.reverse() : kept;
  const edges = rows.map((row) => ({ node: row as R, cursor: writeCursor(ordering, row) }));
  return {
    edges,
    nodes: rows as unknown as R[],
    // Once per page, under however many aliases it is asked for.
    totalCount: () => (total ??= totalCount()),
    pageInfo: {
      hasNextPage: backward ? page.before != null : more,
      hasPreviousPage: backward ? more : page.after != null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function same(query: NodeQuery): NodeQuery {
  return query;
}
