import type pg from 'pg';
import { aboutRecord, type Finding } from './finding.js';
import type { Position } from './position.js';

/** What no seal covers yet, and how long the oldest of it has waited. */
export interface Tail {
  readonly records: number;
  readonly seconds: number;
}

/** Looks at what comes after the last seal; `sealed` records come before it, and there must be no others. */
export async function readTail(
  client: pg.Client,
  districtId: number,
  { floorId, tx, id }: Position,
  sealed: number,
): Promise<{ readonly tail: Tail; readonly finding?: Finding }> {
  const { rows } = await client.query(
    `select count(*) filter (where tail) as records, count(*) as all,
            coalesce(extract(epoch from now() - min(at) filter (where tail)), 0) as seconds,
            min(id) filter (where tail and tx >= unused) as early
     from (select id, tx, at, id > $2 and (tx, id) > ($3, $4) as tail,
                  pg_snapshot_xmax(pg_current_snapshot())::text::bigint as unused
           from audit_records where district_id = $1) as record`,
    [districtId, String(floorId), String(tx), String(id)],
  );
  const { records, all, seconds, early } = rows[0];
  const tail = { records: Number(records), seconds: Math.max(0, Math.round(Number(seconds))) };
  return { tail, finding: oddTail(tail.records, Number(all), sealed, early) };
}

function oddTail(records: number, all: number, sealed: number, early: string | null): Finding | undefined {
  if (early !== null) {
    return aboutRecord(
      'RECORD_INSERTED',
      BigInt(early),
      undefined,
      'has a transaction id that was never given out here',
    );
  }
  const odd = all - records - sealed;
  if (odd === 0) return undefined;
  return { kind: 'RECORD_INSERTED', text: `${Math.abs(odd)} records stand where no seal looks` };
}
