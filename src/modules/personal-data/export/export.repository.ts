import { sql } from 'kysely';
import { type PersonalDataDefinition, type RequestContext, RETENTION_YEARS } from '../../../kernel/index.js';
import { type Registered, registeredTables, rowsOf } from '../registered-rows.repository.js';

type Row = Record<string, unknown>;

/** What one table holds about the person, as it appears in the export. */
export interface ExportedTable {
  readonly module: string;
  readonly table: string;
  readonly retentionYears: number;
  readonly rows: readonly Row[];
}

/** Stands where a column holds a hash: it means nothing outside the database. */
const DERIVED = '（由其他数据算出 / derived from other data）';
/** Stands for the key of a file: the file itself has its address among the files. */
const FILE_KEY = '（文件密钥，不导出 / key of a file, never exported）';

/** The person's rows in every registered table, sealed columns opened. Tables without a row are named all the same. */
export async function exportedTables(ctx: RequestContext, memberId: string): Promise<ExportedTable[]> {
  return Promise.all(
    registeredTables(ctx.kernel.registry).map(async ({ module, definition }) => ({
      module,
      table: definition.table,
      retentionYears: RETENTION_YEARS[definition.retention],
      rows: await exportedRows(ctx, { module, definition }, memberId),
    })),
  );
}

async function exportedRows(ctx: RequestContext, { definition }: Registered, memberId: string): Promise<Row[]> {
  const { rows } = await sql<{ row: Row }>`
    select to_jsonb(node) - 'district_id' as row from ${sql.table(definition.table)} as node
    where ${rowsOf(ctx.kernel.registry, definition, memberId)}
  `.execute(ctx.sql);
  return Promise.all(rows.map(({ row }) => readable(ctx, definition, row, memberId)));
}

async function readable(
  ctx: RequestContext,
  { table, columns }: PersonalDataDefinition,
  row: Row,
  personId: string,
): Promise<Row> {
  // Digests of codes and the like, which are nothing to a reader; what is personal and in bytes is told apart below.
  const harmless = Object.entries(row).filter(([column, value]) => column in columns || !isBytes(value));
  const shown = Object.fromEntries(harmless);
  await Promise.all(
    Object.entries(columns).map(async ([column, what]) => {
      if (what.kind === 'index' || (what.kind === 'plain' && isBytes(row[column]))) shown[column] = DERIVED;
      if (what.kind !== 'sealed' || !isBytes(row[column])) return;
      if (what.key) {
        shown[column] = FILE_KEY;
        return;
      }
      const bytes = Buffer.from(String(row[column]).slice(2), 'hex');
      const place = { table, column, rowId: String(row.id), personId };
      shown[column] = bytes.length > 0 ? await ctx.kernel.vault.open(ctx, place, bytes) : null;
    }),
  );
  return shown;
}

/** JSON made by PostgreSQL writes bytes as \x and hexadecimal digits. */
function isBytes(value: unknown): value is string {
  return typeof value === 'string' && /^\\x([0-9a-f]{2})*$/.test(value);
}
