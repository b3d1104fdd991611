import { MikroORM } from '@mikro-orm/postgresql';
import type pg from 'pg';
import type { Random } from '../../src/demo/random.js';
import type { Anchor } from '../../src/kernel/audit/anchors.js';
import { LEAF_FORMATS } from '../../src/kernel/audit/leaf.js';
import { merkleRoot } from '../../src/kernel/audit/merkle.js';
import {
  idAt,
  NO_SEAL,
  type RowOfSeal,
  readSeal,
  SEAL_COLUMNS,
  type Seal,
  sealHash,
} from '../../src/kernel/audit/seal.js';
import { sealNext } from '../../src/kernel/audit/sealing.js';
import { type Verdict, verifyDistrict } from '../../src/kernel/audit/verify.js';
import type { DatabaseUrls } from '../../src/kernel/database/connections.js';
import { migrate } from '../../src/kernel/database/migrator.js';
import { openOrm } from '../../src/kernel/database/orm.js';
import { kernelPlugin } from '../../src/kernel/kernel-plugin.js';
import { createRegistry } from '../../src/kernel/plugin/registry.js';
import { districts } from '../../src/modules/districts/index.js';
import { connect, createDatabase, dropDatabase } from '../../src/testing/databases.js';

/** A database with nothing but the kernel's tables and the districts, and the audit of one district in it. */
export class AuditLedger {
  private constructor(
    readonly urls: DatabaseUrls,
    readonly orm: MikroORM,
    /** The owner: nothing holds it back. */
    readonly owner: pg.Client,
    /** The application's role inside the district, as the verifier is. */
    readonly readers: readonly pg.Client[],
    readonly districtId: number,
  ) {}

  static async open(code = '310113'): Promise<AuditLedger> {
    const registry = createRegistry([kernelPlugin, { ...districts, permissions: {} }], []);
    const recipe = async (empty: DatabaseUrls) => void (await migrate(registry, empty));
    const urls = await createDatabase({ name: 'audit_ledger', recipe });
    const orm = await openOrm(registry, urls.app, { poolSize: 5, statementTimeoutMs: 60_000 });
    const owner = await connect(urls.owner);
    const { rows } = await owner.query<{ id: number }>('select id from districts where code = $1', [code]);
    const readers = [await connect(urls.app), await connect(urls.app)];
    for (const reader of readers)
      await reader.query(`select set_config('app.district', $1, false)`, [`${rows[0]!.id}`]);
    return new AuditLedger(urls, orm, owner, readers, rows[0]!.id);
  }

  async close(): Promise<void> {
    for (const reader of this.readers) await reader.end();
    await this.owner.end();
    await this.orm.close(true);
    await dropDatabase(this.urls);
  }

  /** Writes records in one transaction, with something in every column. */
  async write(count: number, random: Random): Promise<void> {
    await this.owner.query(
      `insert into audit_records (district_id, actor_id, actor_name, client_id, client_name, request_id, action, verb,
         entity, node_type, node_id, entity_id, changes, batch_id, purpose)
       select $1, gen_random_uuid(), '张三', gen_random_uuid(), '窗口', gen_random_uuid()::text, 'changeMember', 'UPDATE',
         'Member', 'Member', gen_random_uuid(), gen_random_uuid(),
         jsonb_build_array(jsonb_build_object('field', 'status', 'before', n, 'after', $3::int)), gen_random_uuid(), '核对'
       from generate_series(1, $2::int) as n`,
      [this.districtId, count, random.integer(1_000_000)],
    );
  }

  /**
   * Seals until nothing waits. Transaction ids belong to the whole server: another test's open transaction holds ours
   * back for as long as it lasts.
   */
  async sealAll(patienceMs = 50_000): Promise<void> {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      while (await sealNext(this.orm, this.districtId));
      if ((await this.verify()).tail.records === 0) return;
      if (Date.now() > deadline) throw new Error('some transaction on this server does not end');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  verify(anchors: readonly Anchor[] = []): Promise<Verdict> {
    return verifyDistrict(this.readers, this.districtId, anchors);
  }

  /** Anchors of all seals there are now. */
  async anchorsNow(): Promise<Anchor[]> {
    const { rows } = await this.owner.query<{ number: string; hash: Buffer }>(
      'select number, hash from audit_seals where district_id = $1 order by number',
      [this.districtId],
    );
    return rows.map(({ number, hash }) => ({
      at: '2026-11-21T00:00:00.000Z',
      district: '310113',
      seal: number,
      hash: hash.toString('hex'),
    }));
  }

  /** Keeps a copy, and lets nothing in the database refuse what somebody with all rights wants to do to it. */
  async keepCopy(): Promise<void> {
    await this.owner.query(`
      do $$ declare k record; begin
        for k in select conrelid::regclass as target, conname from pg_constraint
                 where conrelid in ('audit_records'::regclass, 'audit_seals'::regclass) and contype in ('p', 'u', 'c', 'f') loop
          execute format('alter table %s drop constraint %I', k.target, k.conname);
        end loop;
      end $$;
      alter table audit_records alter column id drop identity;
      create table kept_records as table audit_records;
      create table kept_seals as table audit_seals`);
  }

  async restore(): Promise<void> {
    await this.owner.query(`
      truncate audit_records, audit_seals;
      insert into audit_records select * from kept_records;
      insert into audit_seals select * from kept_seals`);
  }

  /**
   * Makes the database look as if its dump had been restored on a server that has given out fewer transaction ids:
   * every record and seal there is carries ids from far ahead.
   */
  async asIfRestored(ahead = 1_000_000_000_000n): Promise<void> {
    await this.owner.query('update audit_records set tx = tx + $1', [String(ahead)]);
    const { rows } = await this.owner.query<RowOfSeal<Seal>>(`select ${SEAL_COLUMNS} from audit_seals order by number`);
    let previous: Buffer = NO_SEAL;
    for (const row of rows) {
      const seal = readSeal<Seal>(row);
      const leaves = Buffer.concat(await Promise.all(this.#leavesOf(seal)));
      const old = { ...seal, leaves, root: merkleRoot(leaves), previous, lastTx: seal.lastTx + ahead };
      previous = sealHash(old);
      await this.owner.query(
        'update audit_seals set leaves = $2, root = $3, previous = $4, last_tx = $5, hash = $6 where number = $1',
        [row.number, leaves, old.root, old.previous, String(old.lastTx), previous],
      );
    }
  }

  #leavesOf(seal: Seal): Promise<Buffer>[] {
    return Array.from({ length: seal.records }, async (_, index) => {
      const { rows } = await this.owner.query<{ leaf: Buffer }>(
        `select ${LEAF_FORMATS[seal.format]} as leaf from audit_records where id = $1`,
        [String(idAt(seal.recordIds, index))],
      );
      return rows[0]!.leaf;
    });
  }
}
