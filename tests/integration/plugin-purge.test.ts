import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type pg from 'pg';
import { addDays, businessDay, definePlugin, enqueue, type PluginDefinition, lockFor } from '../../src/kernel/index.js';
import { attach } from '../../src/modules/attachments/tests/uploading.js';
import { purgeable } from '../../src/purging/belongings.js';
import { countBelongings, purge, type RowsOfDistrict } from '../../src/purging/purge.js';
import { Platform, startPlatform } from '../../src/testing/platform.js';
import { readingCircle } from '../fixtures/plugins/reading-circle/index.js';
import { PNG } from '../support/archives.js';
import { foundCircle, someMembers } from '../support/sentences.js';

const BAOSHAN = '310113';
const YANGPU = '310110';
const ID = 'reading-circle';
const TODAY = businessDay(new Date());

/** The fixture, with files of its own and files on members. */
const withFiles: PluginDefinition = definePlugin({
  ...readingCircle,
  attachments: {
    ReadingCircle: { kinds: { poster: { title: { zh: '海报', en: 'Poster' }, types: ['png'] } } },
    Member: { kinds: { 'reading-diary': { title: { zh: '读书笔记', en: 'Diary' }, types: ['png'] } } },
  },
  exports: {
    'reading-circles': {
      title: { zh: '读书小组', en: 'Reading circles' },
      type: 'ReadingCircle',
      source: readingCircle.nodes!.ReadingCircle!,
      permission: 'reading-circle:read',
      place: 'node.organization_id',
      columns: {},
    },
  },
});
const requiring = definePlugin({ ...readingCircle, id: 'book-fair', requires: [ID] });

let platform: Platform;
let folder: string;
let noted: readonly RowsOfDistrict[] | undefined;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lianxin-purge-'));
  platform = await startPlatform({ template: 'demo', plugins: [withFiles], on: [ID] });
  for (const code of [BAOSHAN, YANGPU]) {
    const circle = await foundCircle(platform, code, `读书会 ${code}`);
    const [member] = await someMembers(platform, code, 1);
    const administrator = await platform.as(code, 'administrator');
    for (const [ownerId, kind] of [
      [circle, 'poster'],
      [member!, 'reading-diary'],
      [member!, 'photo'],
    ] as const) {
      await attach(administrator, { ownerId, kind, name: 'x.png' }, PNG);
    }
    await administrator.mutate(
      'mutation ($input: JoinReadingCircleInput!) { joinReadingCircle(input: $input) { userErrors { code } } }',
      { input: { circleId: circle, memberId: member } },
    );
  }
  await platform.jobsDone();
});
afterAll(async () => {
  await platform.close();
  rmSync(folder, { recursive: true, force: true });
});

function tryPurge(name: string, owner: pg.Client = platform.sql) {
  const { kernel } = platform.app;
  return purge(owner, kernel, purgeable(kernel.registry, ID), join(folder, name), async (tables) => {
    noted = tables;
  });
}

async function decide(district: string, kind: 'SWITCH' | 'LOCK', state: 'ON' | 'OFF' | 'FREE', since: string) {
  await platform.acting(district, (ctx) =>
    ctx.transaction(async (tx) => {
      await lockFor(tx, 'switches');
      await platform.app.kernel.switches.decide(tx, [{ module: ID, kind, state, since, reason: 'test' }]);
    }),
  );
}

async function total(table: string, condition = 'true'): Promise<number> {
  return (await platform.sql.query(`select count(*)::int as total from ${table} where ${condition}`)).rows[0].total;
}

describe('a plugin', () => {
  test('that is core, unknown or required by another is not purged', () => {
    const { registry } = platform.app.kernel;
    expect(() => purgeable(registry, 'members')).toThrow(/belongs to the core/);
    expect(() => purgeable(registry, 'never-written')).toThrow(/not installed/);
    const plugins = [...registry.plugins, { ...requiring, core: false }];
    const both = { get: (id: string) => registry.get(id), plugins } as unknown as typeof registry;
    expect(() => purgeable(both, ID)).toThrow(/required by book-fair/);
  });

  test('that is on anywhere, or will be, or would be without a lock, is not purged, and nothing is lost', async () => {
    const before = await countBelongings(platform.sql, platform.app.kernel, purgeable(platform.registry, ID));
    await expect(tryPurge('on')).rejects.toThrow(/switched on in 3/);
    for (const code of [BAOSHAN, YANGPU, '310109', '319001']) await platform.disable(code, ID);
    await decide(YANGPU, 'SWITCH', 'ON', addDays(TODAY, 30));
    await expect(tryPurge('planned')).rejects.toThrow(/switched on in 310110/);
    await decide(YANGPU, 'SWITCH', 'OFF', TODAY);
    await decide(BAOSHAN, 'LOCK', 'ON', addDays(TODAY, 60));
    await expect(tryPurge('locked')).rejects.toThrow(/locked on by the city in 310113/);
    await decide(BAOSHAN, 'LOCK', 'FREE', TODAY);
    const after = await countBelongings(platform.sql, platform.app.kernel, purgeable(platform.registry, ID));
    const own = ({ table }: RowsOfDistrict) => table !== 'module_decisions';
    expect(after.filter(own)).toEqual(before.filter(own));
  });

  test('that another table refers to is not purged, and nothing is lost', async () => {
    await platform.sql.query('create table planted (id uuid references reading_circle_circles)');
    try {
      await expect(tryPurge('referred')).rejects.toThrow(/on table planted depends on table reading_circle_circles/);
    } finally {
      await platform.sql.query('drop table planted');
    }
    expect(readdirSync(folder)).toEqual([]);
    expect(await total('reading_circle_circles')).toBe(2);
  });

  test('without which a trigger on the table of another would fail is not purged, and nobody is told that it was', async () => {
    await platform.sql.query(`
      create function planted() returns trigger language plpgsql as $$ begin delete from reading_circle_circles where false; return new; end $$;
      create trigger planted after update on members execute function planted()`);
    noted = undefined;
    try {
      await expect(tryPurge('triggered')).rejects.toThrow(
        /trigger on table members needs the tables \(function planted\)/,
      );
    } finally {
      await platform.sql.query('drop function planted cascade');
    }
    expect(noted).toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('of which nobody knows whether it is gone keeps what was exported', async () => {
    const loses = {
      query: async (text: string, values?: unknown[]) => {
        if (text !== 'commit') return platform.sql.query(text, values);
        await platform.sql.query('rollback');
        throw new Error('Connection terminated unexpectedly');
      },
    } as pg.Client;
    await expect(tryPurge('unknown', loses)).rejects.toThrow(/look whether the tables are there.*unknown/);
    expect(readdirSync(join(folder, 'unknown'))).toContain('manifest.json');
    rmSync(join(folder, 'unknown'), { recursive: true });
  });

  test('of which the export failed with the connection says why, and leaves no copy of anybody', async () => {
    const gone = {
      query: async (text: string, values?: unknown[]) => {
        if (text === 'rollback') await platform.sql.query(text);
        if (text === 'rollback' || text.startsWith('declare')) throw new Error(`no connection for ${text.slice(0, 7)}`);
        return platform.sql.query(text, values);
      },
    } as pg.Client;
    await expect(tryPurge('gone', gone)).rejects.toThrow('no connection for declare');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is exported row for row, and then gone; what is not its own stays', async () => {
    const { id: district } = await platform.district(BAOSHAN);
    for (const list of ['reading-circles', 'members']) {
      await platform.app.kernel.files.put(`${BAOSHAN}/export-${list}`, Readable.from([Buffer.from('sealed')]), 6);
      await platform.sql.query(
        `insert into exports (district_id, id, list, purpose, status, counted_rows, requested_by, requester_name, requested_at, standing,
                              key_wrapped, storage_key, expires_at)
         values ($1, gen_random_uuid(), $2, 'test', 'READY', 1, gen_random_uuid(), 'x', now(), '{}', 'x', $3, now() + interval '1 day')`,
        [district, list, `${BAOSHAN}/export-${list}`],
      );
    }
    const circles = (await platform.sql.query('select to_jsonb(c) as row from reading_circle_circles as c order by id'))
      .rows;
    await platform.acting(BAOSHAN, (ctx) =>
      ctx.transaction((tx) =>
        enqueue(tx, `${ID}:confirm-place`, { participantId: circles[0].row.id }, { delaySeconds: 900 }),
      ),
    );
    const audited = await total('audit_records');
    const keys = await platform.sql.query(
      `select storage_key from attachments where kind <> 'photo'
       union select storage_key from exports where list = 'reading-circles' order by 1`,
    );
    const report = await tryPurge('whole');

    expect(report).toMatchObject({ jobs: 1, leftBehind: [] });
    expect(report.contents.toSorted()).toEqual(keys.rows.map(({ storage_key }) => storage_key).sort());
    expect(noted).toEqual(report.tables);
    const manifest = JSON.parse(readFileSync(join(folder, 'whole/manifest.json'), 'utf8'));
    expect(manifest.plugin).toMatchObject({ id: ID });
    for (const { file, sha256 } of [...manifest.tables, ...manifest.contents]) {
      const hash = createHash('sha256').update(readFileSync(join(folder, 'whole', file)));
      expect(hash.digest('hex')).toBe(sha256);
    }
    const lines = [BAOSHAN, YANGPU].flatMap((code) =>
      readFileSync(join(folder, 'whole', code, 'reading_circle_circles.ndjson'), 'utf8')
        .trim()
        .split('\n'),
    );
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    expect(lines.map((line) => JSON.parse(line)).sort(byId)).toEqual(circles.map(({ row }) => row).sort(byId));
    expect(readdirSync(join(folder, 'whole')).sort()).toEqual(
      ['310109', BAOSHAN, YANGPU, '319001', 'contents', 'manifest.json'].sort(),
    );

    const { rows } = await platform.sql.query(`select to_regclass('reading_circle_circles') as table`);
    expect(rows[0].table).toBeNull();
    for (const table of ['module_decisions', 'module_settings', 'demo_seeds']) {
      expect(await total(table, `module = '${ID}'`)).toBe(0);
    }
    expect(await total('lianxin_migrations', `name like '${ID}:%'`)).toBe(0);
    expect(await total('attachments')).toBe(2);
    expect(await total('exports')).toBe(1);
    // Had the process ended before it removed the contents, the queue would.
    const removals = `task_id in (select id from graphile_worker._private_tasks where identifier = 'attachments:remove-content')`;
    expect(await total('graphile_worker._private_jobs', removals)).toBe(keys.rows.length);
    for (const { storage_key } of keys.rows) await expect(platform.app.kernel.files.get(storage_key)).rejects.toThrow();
    expect(await total('audit_records')).toBe(audited);
    expect(await total('members')).toBeGreaterThan(1_000);
  });

  test('is not exported into a folder with something in it', async () => {
    await expect(tryPurge('whole')).rejects.toThrow(/not empty/);
  });
});
