import { sql } from 'kysely';
import { seek, windowOf, writeCursor } from './keyset.js';
/** One page of a list at the root of a query: one statement, and one more when the total is asked for. */
export async function pageOf(ctx, list) {
    const narrowed = () => (list.where ?? same)(list.source.query(ctx));
    const rows = await seek(narrowed(), list.ordering, list.page)
        .select(list.source.columns)
        .execute();
    return assemble(rows, list, async () => {
        const counted = await narrowed().select(sql `count(*)`.as('total')).executeTakeFirstOrThrow();
        return Number(counted.total);
    });
}
/** The page below one parent; all parents of the same tick are read with one lateral statement. */
export async function nestedPageOf(ctx, parentId, list) {
    const below = () => tie(list.link, (list.where ?? same)(list.source.query(ctx)));
    const key = `${list.name}:${JSON.stringify([list.page, list.ordering.name, list.variant])}`;
    const rows = await ctx.batched(`page:${key}`, async (parents) => {
        const page = seek(below(), list.ordering, list.page).select(list.source.columns);
        const found = await perParent(ctx, parents, page);
        return parents.map((parent) => found.get(parent) ?? []);
    })(parentId);
    return assemble(rows ?? [], list, async () => {
        const total = await ctx.batched(`count:${list.name}:${JSON.stringify(list.variant)}`, async (parents) => {
            const counted = await perParent(ctx, parents, below().select(sql `count(*)`.as('total')));
            return parents.map((parent) => Number(counted.get(parent)?.[0]?.total ?? 0));
        })(parentId);
        return total ?? 0;
    });
}
function tie(link, query) {
    return typeof link === 'function' ? link(query) : query.where(sql `${sql.ref(link)} = parent.id`);
}
/** Runs a query once per parent, laterally, in one statement. */
async function perParent(ctx, parents, query) {
    const rows = (await ctx.sql
        .selectFrom(sql `unnest(${parents}::uuid[])`.as(sql `parent(id)`))
        .innerJoinLateral(query.as('page'), (join) => join.onTrue())
        .select('parent.id as parentKey')
        .selectAll('page')
        .execute());
    return Map.groupBy(rows, ({ parentKey }) => parentKey);
}
function assemble(found, { ordering, page }, totalCount) {
    const { size, backward } = windowOf(page);
    const more = found.length > size;
    const kept = found.slice(0, size);
    const rows = backward ? kept.reverse() : kept;
    const edges = rows.map((row) => ({ node: row, cursor: writeCursor(ordering, row) }));
    return {
        edges,
        nodes: rows,
        totalCount,
        pageInfo: {
            hasNextPage: backward ? page.before != null : more,
            hasPreviousPage: backward ? more : page.after != null,
            startCursor: edges[0]?.cursor ?? null,
            endCursor: edges.at(-1)?.cursor ?? null,
        },
    };
}
function same(query) {
    return query;
}
//# sourceMappingURL=pages.js.map