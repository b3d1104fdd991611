/**
 * What a list must be narrowed to because of what it is filtered, ordered or grouped by: by table, the permissions that
 * have to be held on a row. Made by the guard in front of the list, applied by the node source behind it.
 */
export class Narrowing {
  readonly #applied = new Set<string>();

  constructor(readonly tables: ReadonlyMap<string, readonly string[]>) {}

  /** Permissions that rows of a table need; asking counts as applying them. */
  of(table: string): readonly string[] {
    this.#applied.add(table);
    return this.tables.get(table) ?? [];
  }

  /** Tables that no node source has asked about: their rows were read in some other way. */
  get missed(): readonly string[] {
    return [...this.tables.keys()].filter((table) => !this.#applied.has(table));
  }
}
