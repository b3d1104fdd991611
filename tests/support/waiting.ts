import type pg from 'pg';

/** Waits until something holds, however slow the machine. Errors: it has not come about within the patience. */
export async function until(holds: () => Promise<boolean> | boolean, patienceMs = 20_000): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`it did not come about within ${patienceMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Waits until so many statements wait for locks in the database that the connection is of. */
export async function untilLocked(sql: Pick<pg.Client, 'query'>, statements: number): Promise<void> {
  await until(async () => {
    // Within a transaction the list would stay as it was first seen.
    await sql.query('select pg_stat_clear_snapshot()');
    const { rows } = await sql.query(
      `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return rows[0].n >= statements;
  });
}
