import type { InstalledPlugin } from './registry.js';
/** Who brought each type and field of the superset schema. */
export interface SchemaOwnership {
    /** Class or enum object behind a type -> its GraphQL name and the plugin that reaches it first. */
    readonly types: ReadonlyMap<unknown, {
        readonly name: string;
        readonly owner: string;
    }>;
    /** `Type.field` of fields that somebody else added to a type -> that plugin. */
    readonly addedFields: ReadonlyMap<string, string>;
    /** `Query.field`, `Mutation.field`, `Subscription.field` -> plugin. */
    readonly rootFields: ReadonlyMap<string, string>;
    /** `Type.field` that the builder has seen from plugins that are not installed here. */
    readonly strayFields: ReadonlySet<string>;
}
/**
 * The builder keeps one global store and records no owner. Ownership follows from reachability: a type belongs to the
 * first plugin, in dependency order, whose own resolvers lead to it; a field added from outside belongs to the plugin
 * of its resolver class.
 */
export declare function schemaOwnership(installed: readonly InstalledPlugin[]): SchemaOwnership & {
    problems: string[];
};
/** Clashes of types, fields and root fields between the installed plugins. */
export declare function schemaClashProblems(installed: readonly InstalledPlugin[]): string[];
