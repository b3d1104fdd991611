import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { verifyAudit } from '../../src/commands/audit.js';
import { readConfig } from '../../src/config.js';
import { anchor, readAnchors } from '../../src/kernel/audit/anchors.js';
import { AuditKeeper } from '../../src/kernel/audit/keeper.js';
import { LEAF_FORMAT, LEAF_FORMATS } from '../../src/kernel/audit/leaf.js';
import { sealNext } from '../../src/kernel/audit/sealing.js';
import { Districts } from '../../src/kernel/districts.js';
import type { District, Kernel } from '../../src/kernel/index.js';
import { AuditLedger } from '../support/audit-ledger.js';
import { connect } from '../../src/testing/databases.js';
import { randomOf } from '../support/size.js';
import { until } from '../support/waiting.js';

const random = randomOf('audit-sealing');
let ledger: AuditLedger;
let folder: string;

beforeEach(async () => {
  ledger = await AuditLedger.open();
  folder = await mkdtemp(join(tmpdir(), 'lianxin-anchors-'));
});
afterEach(async () => {
  await ledger.close();
  await rm(folder, { recursive: true });
});

async function sealed(): Promise<number> {
  const { rows } = await ledger.owner.query<{ total: number }>(
    'select coalesce(sum(records), 0)::int as total from audit_seals',
  );
  return rows[0]!.total;
}

describe('sealing the audit', () => {
  test('waits for a transaction that is still open, and no writer waits for it', async () => {
    const slow = await connect(ledger.urls.owner);
    await slow.query('begin');
    await slow.query('select pg_current_xact_id()');
    await ledger.write(3, random);
    expect(await sealNext(ledger.orm, ledger.districtId)).toBeUndefined();
    expect((await ledger.verify()).tail.records).toBe(3);
    // A writer meets no lock of a sealer that is half-way: its transaction holds an advisory lock alone.
    const sealer = await connect(ledger.urls.owner);
    await sealer.query('begin');
    await sealer.query('select pg_advisory_xact_lock(730411, $1)', [ledger.districtId]);
    await ledger.owner.query(`set lock_timeout = '2s'`);
    await ledger.write(2, random);
    expect(await sealNext(ledger.orm, ledger.districtId)).toBeUndefined();
    await sealer.query('rollback');
    await slow.query('commit');
    await Promise.all([sealer.end(), slow.end()]);
    await ledger.sealAll();
    expect(await ledger.verify()).toMatchObject({ records: 5, finding: undefined });
  });

  test('by many processes at once seals each record once', async () => {
    for (let round = 0; round < 10; round += 1) {
      await ledger.write(20, random);
      await Promise.all(Array.from({ length: 4 }, () => sealNext(ledger.orm, ledger.districtId)));
    }
    await ledger.sealAll();
    expect(await ledger.verify()).toMatchObject({ records: 200, finding: undefined });
  });

  test('goes on where transaction ids have started anew, as on a restored copy', async () => {
    await ledger.write(4, random);
    await ledger.sealAll();
    await ledger.write(3, random);
    await ledger.asIfRestored();
    await ledger.write(2, random);
    await until(async () => {
      while (await sealNext(ledger.orm, ledger.districtId));
      return (await sealed()) === 9;
    });
    expect(await ledger.verify()).toMatchObject({ records: 9, tail: { records: 0 }, finding: undefined });
    const { rows } = await ledger.owner.query('select era, records from audit_seals order by number');
    expect(rows).toEqual([
      { era: 0, records: 4 },
      { era: 0, records: 3 },
      { era: 1, records: 2 },
    ]);
    await ledger.owner.query('delete from audit_records where id = (select max(id) from audit_records)');
    expect((await ledger.verify()).finding).toMatchObject({ kind: 'RECORD_REMOVED' });
  });

  test('finds its records by an index, as the application’s role', async () => {
    await ledger.write(5_000, random);
    await ledger.owner.query('vacuum analyze audit_records');
    const { rows } = await ledger.readers[0]!.query<{ 'QUERY PLAN': string }>(
      `explain select ${LEAF_FORMATS[LEAF_FORMAT]} from audit_records
       where district_id = ${ledger.districtId} and id > -9 and (tx, id) > (5, 5) and tx < 9000000000 order by tx, id limit 500`,
    );
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toMatch(/Index Scan using audit_records_sealing/);
    expect(plan).not.toMatch(/Sort|Seq Scan/);
  });
});

describe('a process that works on jobs', () => {
  const keeping = async (work: () => Promise<void>): Promise<void> => {
    const districts = new Districts(ledger.orm);
    const switches = { missedEvents: async () => [] };
    const kernel = { orm: ledger.orm, districts, log: console, switches } as unknown as Kernel;
    const keeper = new AuditKeeper(kernel, folder);
    keeper.start();
    try {
      await work();
    } finally {
      await keeper.stop();
    }
  };

  test('seals by itself, and writes the newest seal to a file outside the database', async () => {
    await ledger.write(5, random);
    await ledger.sealAll();
    await keeping(async () => {
      await ledger.write(7, random);
      await until(async () => (await sealed()) === 12);
    });
    const { anchors } = await readAnchors(folder, '310113');
    expect(anchors).toHaveLength(1);
    expect((await ledger.verify(anchors)).finding).toBeUndefined();
    await keeping(async () => undefined);
    await ledger.owner.query('delete from audit_seals');
    expect((await ledger.verify(anchors)).finding).toMatchObject({ kind: 'CHAIN_CUT' });
  });

  test('seals every district also when one of them cannot be sealed, or not be anchored', async () => {
    const { rows } = await ledger.owner.query<{ id: number }>('select id from districts order by code');
    const last = rows.at(-1)!.id;
    await ledger.owner.query(`
      create function spoil() returns trigger language plpgsql as $$ begin raise 'spoiled'; end $$;
      create trigger spoil before insert on audit_seals for each row when (new.district_id <> ${last}) execute function spoil()`);
    for (const id of [ledger.districtId, last]) {
      await ledger.owner.query(
        `insert into audit_records (district_id, actor_name, request_id, action, verb, entity, node_type, node_id, entity_id, changes)
         values ($1, '张三', 'r', 'a', 'UPDATE', 'Member', 'Member', gen_random_uuid(), gen_random_uuid(), '[]')`,
        [id],
      );
    }
    await keeping(() => until(async () => (await sealed()) === 1));
    expect(await sealed()).toBe(1);
  });

  test('removes events of more than thirty days ago, and never a record of the audit', async () => {
    await ledger.write(1, random);
    await ledger.owner.query(`update audit_records set at = now() - interval '10 years'`);
    await ledger.owner.query(
      `insert into outbox_events (district_id, id, type, payload, request_id, at)
       select $1, gen_random_uuid(), 'x', '{}', days::text, now() - make_interval(days => days) from unnest(array[1, 29, 31, 400]) as days`,
      [ledger.districtId],
    );
    const left = async () =>
      (await ledger.owner.query('select request_id from outbox_events order by at desc')).rows.map(
        (row) => row.request_id,
      );
    await keeping(() => until(async () => (await left()).length === 2));
    expect(await left()).toEqual(['1', '29']);
    expect((await ledger.owner.query('select from audit_records')).rowCount).toBe(1);
  });
});

describe('lianxin audit verify', () => {
  const verify = (options: object = {}) =>
    verifyAudit(readConfig({}, { home: folder, databaseUrl: ledger.urls.owner, anchors: folder }), options);

  test('says one line per district, and which record is bad', async () => {
    await ledger.write(3, random);
    await ledger.sealAll();
    await ledger.write(1, random);
    const good = await verify();
    expect(good).toHaveLength(17);
    expect(good.every((line) => line.good)).toBe(true);
    expect(await verify({ district: '310113' })).toEqual([
      {
        good: true,
        line: expect.stringMatching(/^ok {2}310113 {2}3 records in 1 seals, 1 unsealed, for up to \d+ s, 0 anchors$/),
      },
    ]);
    await ledger.owner.query(`update audit_records set actor_name = '无' where id = 2`);
    expect(await verify({ district: '310113' })).toEqual([
      {
        good: false,
        line: expect.stringContaining('BAD 310113  RECORD_ALTERED: record 2 was altered after it was sealed (seal 1)'),
      },
    ]);
  });

  test('compares with anchors kept elsewhere, and refuses an anchor it cannot read', async () => {
    await ledger.write(3, random);
    await ledger.sealAll();
    const [anchor] = await ledger.anchorsNow();
    await writeFile(join(folder, '310113.jsonl'), `${JSON.stringify({ ...anchor, hash: '0'.repeat(64) })}\n`);
    expect((await verify({ district: '310113', anchors: folder }))[0]!.line).toContain('ANCHOR_CONTRADICTS: seal 1');
    await writeFile(join(folder, '310113.jsonl'), `${JSON.stringify(anchor)}\nnonsense\n`);
    expect((await verify({ district: '310113' }))[0]!.line).toContain('ANCHOR_UNREADABLE: line 2');
    expect(await readFile(join(folder, '310113.jsonl'), 'utf8')).toContain('nonsense');
    await expect(verify({ district: '1' })).rejects.toThrow('unknown district 1');
  });

  test('says that a district is gone of which there are anchors', async () => {
    const [lost] = await ledger.anchorsNow();
    await writeFile(join(folder, '310999.jsonl'), `${JSON.stringify({ ...lost, district: '310999' })}\n`);
    const bad = (await verify()).filter(({ good }) => !good);
    expect(bad.map(({ line }) => line)).toEqual([
      'BAD 310999  DISTRICT_REMOVED: it was anchored, and there is no such district',
    ]);
  });

  test('does not pass on anchors that were named and are not there', async () => {
    await ledger.write(1, random);
    await ledger.sealAll();
    await expect(verify({ anchors: join(folder, 'elsewhere') })).rejects.toThrow('there are no anchors in');
    await writeFile(join(folder, '310110.jsonl'), '');
    expect((await verify({ anchors: folder })).filter(({ good }) => !good)).toEqual([
      { good: false, line: expect.stringMatching(/^BAD 310113 {2}ANCHORS_MISSING: /) },
    ]);
  });
});

describe('an anchor', () => {
  test('written after a crash in the middle of a line is whole', async () => {
    const district = { id: ledger.districtId, code: '310113' } as District;
    const file = join(folder, '310113.jsonl');
    await anchor(folder, district, { number: 1n, hash: Buffer.alloc(32, 1) });
    await writeFile(file, (await readFile(file, 'utf8')).slice(0, -9));
    await anchor(folder, district, { number: 2n, hash: Buffer.alloc(32, 2) });
    const { anchors, unreadable } = await readAnchors(folder, '310113');
    expect(anchors.map(({ seal }) => seal)).toEqual(['2']);
    expect(unreadable).toEqual([1]);
  });
});
