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
  return secrets.flatMap((secret) =>
    formsOf(secret)
      .filter((form) => (typeof text === 'string' ? text.includes(form) : text.includes(Buffer.from(form))))
      .map((form) => `${where}: ${form}`),
  );
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
  await owner.query('select pg_switch_wal()');
  const { rows: files } = await owner.query<{ name: string }>(
    `select name from pg_ls_waldir() where name >= pg_walfile_name($1::pg_lsn) and name ~ '^[0-9A-F]{24}$' order by name`,
    [since],
  );
  const found: string[] = [];
  let bytes = 0;
  for (const { name } of files) {
    const { rows } = await owner.query<{ content: Buffer | null }>(
      `select pg_read_binary_file('pg_wal/' || $1, 0, 16777216, true) as content`,
      [name],
    );
    bytes += rows[0]?.content?.length ?? 0;
    found.push(...tracesIn('write-ahead log', rows[0]?.content ?? Buffer.alloc(0), secrets));
  }
  return { bytes, found };
}
