import type { Expression, SqlBool } from 'kysely';

/**
 * What a list must be narrowed to because of its arguments: by table, the permissions that have to be held on a row for
 * what it is filtered, ordered or grouped by; and the conditions of plugins that have added fields to its filter. Made by
 * the guard in front of the list, applied by the node source behind it.
 */
export class Narrowing {
  readonly #applied = new Set<string>();

  constructor(
    readonly tables: ReadonlyMap<string, readonly string[]>,
    readonly conditions: ReadonlyMap<string, readonly (Expression<SqlBool> | boolean)[]> = new Map(),
  ) {}

  /** Permissions that rows of a table need; asking counts as applying them. */
  of(table: string): readonly string[] {
    this.#applied.add(table);
    return this.tables.get(table) ?? [];
  }

  /** Conditions that rows of a table must fulfil; asking counts as applying them. */
  on(table: string): readonly (Expression<SqlBool> | boolean)[] {
    this.#applied.add(table);
    return this.conditions.get(table) ?? [];
  }

  /** Tables that no node source has asked about: their rows were read in some other way. */
  get missed(): readonly string[] {
    return [...this.tables.keys(), ...this.conditions.keys()].filter((table) => !this.#applied.has(table));
  }
}
