import type pg from 'pg';
import { type RowOfSeal, readSeal, SEAL_COLUMNS, type Seal } from './seal.js';

const SEALS_AT_ONCE = 50;

/** Every seal of a district in the order of their numbers; two of one number both come. */
export async function* sealsOf(client: pg.Client, districtId: number): AsyncGenerator<Seal> {
  const read = async (after: string) => {
    const { rows } = await client.query<RowOfSeal<Seal>>(
      `select ${SEAL_COLUMNS} from audit_seals where district_id = $1 and number > $2 order by number
       fetch first ${SEALS_AT_ONCE} rows with ties`,
      [districtId, after],
    );
    return rows;
  };
  // Numbers below one are nobody's seals, and must not pass unseen.
  for (let rows = await read(String(-(2n ** 63n))); rows.length > 0; rows = await read(rows.at(-1)!.number)) {
    for (const row of rows) yield readSeal<Seal>(row);
  }
}

/** Where each era begins. What the table says here is checked when its seals are. */
export async function floorsOf(client: pg.Client, districtId: number): Promise<ReadonlyMap<number, bigint>> {
  const { rows } = await client.query<{ era: number; floor: string }>(
    'select era, min(floor_id) as floor from audit_seals where district_id = $1 group by era',
    [districtId],
  );
  return new Map(rows.map(({ era, floor }) => [era, BigInt(floor)]));
}
