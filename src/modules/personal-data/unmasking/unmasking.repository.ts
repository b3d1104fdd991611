import { sql } from 'kysely';
import type { PersonalDataDefinition, RequestContext } from '../../../kernel/index.js';
import { personOf, registeredTables } from '../registered-rows.repository.js';

/** A sealed column that the graph shows masked. */
export interface MaskedColumn {
  readonly definition: PersonalDataDefinition;
  readonly column: string;
}

/** The column behind a field of the district’s graph, `Type.field`; `undefined` when nothing sealed is shown there. */
export function maskedColumn(ctx: RequestContext, shownAs: string): MaskedColumn | undefined {
  for (const { definition } of registeredTables(ctx)) {
    for (const [column, personal] of Object.entries(definition.columns)) {
      if (personal.kind === 'sealed' && personal.shownAs === shownAs) return { definition, column };
    }
  }
  return undefined;
}

/** The sealed value of a row, and whose it is; the caller has made sure that the row may be seen. */
export async function sealedValue(
  tx: RequestContext,
  { definition, column }: MaskedColumn,
  rowId: string,
): Promise<{ readonly sealed: Uint8Array | null; readonly personId: string } | undefined> {
  const { rows } = await sql<{ sealed: Uint8Array | null; personId: string }>`
    select ${sql.ref(`node.${column}`)} as sealed, ${personOf(tx.kernel.registry, definition)} as "personId"
    from ${sql.table(definition.table)} as node where node.id = ${rowId}
  `.execute(tx.sql);
  return rows[0];
}
