import type pg from 'pg';

/** The forms in which a value could stand in a row, a log or a file. */
export function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const hex = bytes.toString('hex');
  // Base64 depends on where in a longer text the value begins; what does not touch its edges is the same each time.
  const inside = [0, 1, 2].map((lead) =>
    Buffer.concat([Buffer.alloc(lead), bytes])
      .toString('base64')
      .slice(lead ? 4 : 0, -4),
  );
  return [...new Set([secret, hex, hex.toUpperCase(), bytes.toString('utf16le'), ...inside])];
}

/** `where: form` for every secret that stands somewhere in the text. */
export function tracesIn(where: string, text: string | Buffer, secrets: readonly string[]): string[] {
  const forms = secrets.flatMap(formsOf);
  const found = typeof text === 'string' ? forms.filter((form) => text.includes(form)) : formsWithin(text, forms);
  return found.map((form) => `${where}: ${form}`);
}

/** Those of the forms that stand among the bytes, however many: in one pass, by the two bytes that each begins with. */
function formsWithin(bytes: Buffer, forms: readonly string[]): string[] {
  const byStart = new Map<number, { form: string; needle: Buffer }[]>();
  const begins = new Uint8Array(0x10000);
  for (const form of forms) {
    const needle = Buffer.from(form);
    const start = needle.readUInt16LE(0);
    begins[start] = 1;
    byStart.set(start, [...(byStart.get(start) ?? []), { form, needle }]);
  }
  const found = new Set<string>();
  for (let at = 0; at + 1 < bytes.length; at += 1) {
    const start = bytes[at]! | (bytes[at + 1]! << 8);
    if (begins[start] === 0) continue;
    for (const { form, needle } of byStart.get(start)!) {
      if (bytes.subarray(at, at + needle.length).equals(needle)) found.add(form);
    }
  }
  return forms.filter((form) => found.has(form));
}

/** Looks through every row of every table of every schema, as text. */
export async function tracesInTables(owner: pg.Client, secrets: readonly string[]) {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'm') and not c.relispartition and n.nspname not in ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await owner.query<{ row: string }>(`select t::text as row from ${name} t`);
    found.push(...tracesIn(name, rows.map(({ row }) => row).join('\n'), secrets));
  }
  return { tables: tables.length, found };
}

/** Looks through what the server has written ahead since a position; full images of pages are in there as well. */
export async function tracesInWal(owner: pg.Client, since: string, secrets: readonly string[]) {
  const { rows: files } = await owner.query<{ name: string; start: number; length: number }>(
    `select name, start, case when name = last.file_name then last.file_offset + 1 else 16777216 end - start as length
     from pg_walfile_name_offset($1::pg_lsn) as first, pg_walfile_name_offset($2::pg_lsn - 1) as last, pg_ls_waldir(),
       lateral (select case when name = first.file_name then first.file_offset else 0 end as start) as written
     where name between first.file_name and last.file_name and name ~ '^[0-9A-F]{24}$' order by name`,
    [since, await everythingWritten(owner)],
  );
  const found: string[] = [];
  let bytes = 0;
  for (const { name, start, length } of files) {
    const { rows } = await owner.query<{ content: Buffer | null }>(
      `select pg_read_binary_file('pg_wal/' || $1, $2, $3, true) as content`,
      [name, start, length],
    );
    bytes += rows[0]?.content?.length ?? 0;
    found.push(...tracesIn('write-ahead log', rows[0]?.content ?? Buffer.alloc(0), secrets));
  }
  return { bytes, found };
}

/** Up to where the log goes, once all of it stands in its files: commits need not wait for that in a test. */
async function everythingWritten(owner: pg.Client, patienceMs = 30_000): Promise<string> {
  const deadline = Date.now() + patienceMs;
  const { rows: switched } = await owner.query<{ end: string }>('select pg_switch_wal()::text as end');
  const { end } = switched[0]!;
  for (;;) {
    const { rows } = await owner.query<{ there: boolean }>('select pg_current_wal_lsn() >= $1::pg_lsn as there', [end]);
    if (rows[0]!.there) return end;
    if (Date.now() > deadline) throw new Error('the write-ahead log is not written');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
