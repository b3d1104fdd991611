import type { EntitySchema, InferEntity } from '@mikro-orm/core';
import { type Expression, type SelectQueryBuilder, type SqlBool } from 'kysely';
import type { RequestContext } from '../context.js';
/** A row as read by the query builder: camelCase, times as the driver's text, never a managed entity. */
export type RowOf<Entity> = {
    [Key in keyof Entity as Key extends string ? Key : never]: Exclude<Entity[Key], undefined> extends infer Value ? Value extends Date ? string : Value : never;
};
/** Who sees the rows of a type. `true` = everybody inside the district, `false` = nobody, otherwise a condition. */
export type Visibility = (ctx: RequestContext) => Expression<SqlBool> | boolean;
export type AnyTables = any;
/** The rows behind one GraphQL type that implements `Node`, always read through that type's one predicate. */
export interface NodeSource<Row = object> {
    readonly table: string;
    /** Columns as `node.<column> as <property>`. */
    readonly columns: readonly string[];
    readonly visible: Visibility;
    /** One row by its local id, batched with others of the same request; `null` when absent or not visible. */
    load(ctx: RequestContext, id: string): Promise<Row | null>;
    /** Starts a query over the visible rows, under the alias `node`. */
    query(ctx: RequestContext): SelectQueryBuilder<AnyTables, 'node', object>;
    /** Adds the predicate to a query that already has the table under the alias `node`. */
    restrict<Query extends SelectQueryBuilder<AnyTables, 'node', object>>(ctx: RequestContext, query: Query): Query;
}
/** Declares where the rows of a type are and who sees them; loaders, lists, counts and `node(id:)` all start here. */
export declare function defineNode<Schema extends EntitySchema>(entity: Schema, visible: Visibility): NodeSource<RowOf<InferEntity<Schema>>>;
