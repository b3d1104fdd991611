import { stringify } from 'csv-stringify/sync';
import { type Cell, type ExportList, type RequestContext, say } from '../../../kernel/index.js';
import { exportedRows } from './lists.js';

const PAGE = 500;

/** What became of the rows while they were written. */
export interface Written {
  rows: number;
  /** Local ids of the members they are about. */
  readonly persons: string[];
  /** More rows than this are not written. */
  readonly most: number;
}

/** More rows than were approved, or than one may take alone. */
export class TooManyRows extends Error {}

/**
 * The list as CSV for spreadsheet programs: UTF-8 with a byte order mark, lines end with CRLF, and what a program could
 * take for a formula (=, +, -, @, tab, return in front) begins with an apostrophe.
 */
export async function* csvOf(
  ctx: RequestContext,
  list: ExportList,
  within: string | null,
  written: Written,
): AsyncGenerator<Buffer> {
  const columns = Object.values(list.columns);
  yield lines([columns.map(({ title }) => say(title, ctx.locale))], true);
  for await (const rows of exportedRows(ctx, list, within, PAGE)) {
    written.rows += rows.length;
    if (written.rows > written.most) throw new TooManyRows();
    if (list.person) written.persons.push(...rows.map((row) => String(row.exportedPerson)));
    // All values of a page in one tick, so that keys and foreign rows are read together.
    yield lines(
      await Promise.all(rows.map((row) => Promise.all(columns.map(({ value }) => value(ctx, row as never))))),
    );
  }
}

/** Lines of CSV; `first` for those that begin a file. */
export function lines(cells: readonly (readonly Cell[])[], first = false): Buffer {
  const options = {
    bom: first,
    record_delimiter: 'windows',
    escape_formulas: true,
    quoted_match: /[\r\n]/,
    cast: { boolean: String },
  } as const;
  return Buffer.from(stringify(cells as Cell[][], options));
}
