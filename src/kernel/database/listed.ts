import { type Expression, sql } from 'kysely';

/**
 * A value of a closed list, as the graph's enums are, to compare a column with. It stands in the text of the statement: a
 * rare status wants another plan than a common one, and a prepared statement keeps the plan it has.
 * Errors: a plain Error for anything but capitals and `_`, which nothing from outside gets past an enum with.
 */
export function listed(value: string): Expression<string> {
  if (!/^[A-Z_]+$/.test(value)) throw new Error(`'${value}' is no value of a closed list`);
  return sql.lit(value);
}
