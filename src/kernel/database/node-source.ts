import type { EntitySchema, InferEntity } from '@mikro-orm/core';
import { type Expression, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import { holdsInDistrict } from '../access/principal.js';
import type { RequestContext } from '../context.js';

/** A row as read by the query builder: camelCase, times as the driver's text, never a managed entity. */
export type RowOf<Entity> = {
  [Key in keyof Entity as Key extends string ? Key : never]: Exclude<Entity[Key], undefined> extends infer Value
    ? Value extends Date
      ? string
      : Value
    : never;
};

/** Who sees the rows of a type. `true` = everybody inside the district, `false` = nobody, otherwise a condition. */
export type Visibility = (ctx: RequestContext) => Expression<SqlBool> | boolean;

/** The rows of a type on which the caller holds a permission, in the same form as {@link Visibility}. */
export type Reach = (ctx: RequestContext, permission: string) => Expression<SqlBool> | boolean;

// biome-ignore lint/suspicious/noExplicitAny: the kernel reads tables whose shape only their owners know.
export type AnyTables = any;

/** The rows behind one GraphQL type that implements `Node`, always read through that type's one predicate. */
export interface NodeSource<Row = object> {
  readonly table: string;
  /** Columns as `node.<column> as <property>`. */
  readonly columns: readonly string[];
  readonly visible: Visibility;
  readonly reach: Reach;
  /** One row by its local id, batched with others of the same request; `null` when absent or not visible. */
  load(ctx: RequestContext, id: string): Promise<Row | null>;
  /** Whether the row is visible and the permission held on it; batched with others of the same request. */
  holds(ctx: RequestContext, permission: string, id: string): Promise<boolean>;
  /** Starts a query over the visible rows, under the alias `node`. */
  query(ctx: RequestContext): SelectQueryBuilder<AnyTables, 'node', object>;
  /** Adds the predicate to a query that already has the table under the alias `node`. */
  restrict<Query extends SelectQueryBuilder<AnyTables, 'node', object>>(ctx: RequestContext, query: Query): Query;
}

/**
 * Declares where the rows of a type are and who sees them; loaders, lists, counts and `node(id:)` all start here.
 * `reach` tells for the guarded fields of the type on which rows they open; without it only a grant for the whole
 * district opens them.
 */
export function defineNode<Schema extends EntitySchema>(
  entity: Schema,
  visible: Visibility,
  reach: Reach = districtWide,
): NodeSource<RowOf<InferEntity<Schema>>> {
  type Row = RowOf<InferEntity<Schema>>;
  const table = entity.meta.tableName;
  const columns = columnsOf(entity);
  const seen = (ctx: RequestContext) =>
    narrowed(ctx.sql.selectFrom(`${table} as node`) as unknown as Rows, visible(ctx));
  const among = (query: Rows, ids: readonly string[]) =>
    query.where('node.id', '=', sql`any(${ids}::uuid[])` as AnyTables);
  const source: NodeSource<Row> = {
    table,
    columns,
    visible,
    reach,
    load: (ctx, id) =>
      ctx.batched<string, Row>(`node:${table}`, async (ids) => {
        const rows = (await among(seen(ctx), ids)
          .select(columns as AnyTables)
          .execute()) as (Row & { id: string })[];
        const byId = new Map(rows.map((row) => [row.id, row]));
        return ids.map((key) => byId.get(key) ?? null);
      })(id),
    holds: async (ctx, permission, id) =>
      (await ctx.batched<string, boolean>(`holds:${table}:${permission}`, async (ids) => {
        const rows = await among(narrowed(seen(ctx), reach(ctx, permission)), ids)
          .select('node.id')
          .execute();
        const held = new Set((rows as { id: string }[]).map((row) => row.id));
        return ids.map((key) => held.has(key));
      })(id)) === true,
    query: (ctx) => source.restrict(ctx, ctx.sql.selectFrom(`${table} as node`) as never),
    restrict: (ctx, query) => {
      const conditions = [
        visible(ctx),
        ...ctx.narrowingOf(table).map((permission) => reach(ctx, permission)),
        ...ctx.conditionsOn(table),
      ];
      return conditions.reduce<Rows>(narrowed, query) as typeof query;
    },
  };
  return source;
}

type Rows = SelectQueryBuilder<AnyTables, 'node', object>;

function narrowed(query: Rows, condition: Expression<SqlBool> | boolean): Rows {
  if (condition === true) return query;
  return query.where(condition === false ? sql<SqlBool>`false` : condition);
}

/** Reach of a source that says nothing of places: nobody's subtree is known to hold its rows. */
function districtWide(ctx: RequestContext, permission: string): boolean {
  return holdsInDistrict(ctx.principal, permission);
}

/** `node.<column> as <property>` for every property of the entity that is not hidden, as blind indexes are. */
function columnsOf(entity: EntitySchema): string[] {
  return Object.entries(entity.meta.properties as Record<string, { readonly hidden?: boolean }>)
    .filter(([, { hidden }]) => !hidden)
    .map(([property]) => `node.${underscore(property)} as ${property}`);
}

function underscore(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
