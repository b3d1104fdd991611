import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseGlobalId, toGlobalId } from '../../../kernel/index.js';
import type { Client } from '../../../testing/client.js';
import { type Platform, startPlatform } from '../../../testing/platform.js';
import { again, anotherHub, ask, BAOSHAN, demoHub } from './asking.js';

let platform: Platform;
let organizer: Client;
let hub: string;
let people: number;

beforeAll(async () => {
  ({ platform, hub, people, organizer } = await demoHub());
});
afterAll(() => platform.close());

describe('a file that is there', () => {
  test('is not fetched any more by who has lost one of the roles that filled it', async () => {
    const client = await platform.as(BAOSHAN, 'organizer', { organizationId: hub });
    const subject = `demo:organizer@${hub}`;
    const elsewhere = await anotherHub(platform, hub);
    await platform.sql.query(
      `insert into role_assignments (district_id, id, principal_id, role, organization_id, since)
       select district_id, gen_random_uuid(), id, 'organizer', $2, '2026-01-01' from principals where subject = $1`,
      [subject, elsewhere],
    );
    const both = await platform.as(BAOSHAN, 'organizer', { organizationId: hub });
    const wanted = await ask(both, { withinId: toGlobalId('Organization', hub) });
    await platform.jobsDone();
    const { downloadAddress } = await again(both, wanted.id);
    expect(downloadAddress).not.toBeNull();
    const assigned = `principal_id = (select id from principals where subject = $1) and organization_id = $2`;
    await platform.sql.query(
      `update role_assignments set since = '2020-01-01', until = '2021-01-01' where ${assigned}`,
      [subject, hub],
    );
    expect((await fetch(`${platform.address}${downloadAddress}`)).status).toBe(404);
    await platform.sql.query(`update role_assignments set until = null where ${assigned}`, [subject, hub]);
    await platform.sql.query(`delete from role_assignments where ${assigned}`, [subject, elsewhere]);
    expect((await again(client, wanted.id)).status).toBe('READY');
  });

  test('does not outlive an erasure, and names the account of nobody who is erased', async () => {
    const wanted = await ask(organizer, {});
    await platform.jobsDone();
    const { uuid } = parseGlobalId(wanted.id)!;
    const { downloadAddress } = await again(organizer, wanted.id);
    const { rows } = await platform.sql.query(
      `select m.id, p.id as account from exports e join principals p on p.id = e.requested_by
       join lateral (select id from members where district_id = e.district_id
         and id not in (select member_id from principals where member_id is not null) order by id limit 1) m on true where e.id = $1`,
      [uuid],
    );
    const [{ id: person, account }] = rows;
    await platform.sql.query('update principals set member_id = $1 where id = $2', [person, account]);
    const { personalFiles } = platform.registry.get('exports')!;
    await platform.acting(BAOSHAN, (ctx) => ctx.transaction((tx) => personalFiles!.erase(tx, person)));
    await platform.sql.query('update principals set member_id = null where id = $1', [account]);
    await platform.jobsDone();
    expect((await fetch(`${platform.address}${downloadAddress}`)).status).toBe(404);
    expect(existsSync(join(platform.app.kernel.home, 'attachments', BAOSHAN, `export-${uuid}`))).toBe(false);
    const after = await platform.sql.query('select status, requester_name, key_wrapped from exports where id = $1', [
      uuid,
    ]);
    expect(after.rows).toEqual([{ status: 'EXPIRED', requester_name: '（已删除）', key_wrapped: null }]);
    const keys = await platform.sql.query('select 1 from person_keys where person_id = $1', [uuid]);
    expect(keys.rows).toEqual([]);
  });
});

describe('between asking and writing', () => {
  test('who has lost the permission gets nothing', async () => {
    const alone = await startPlatform({ template: 'demo', workers: 0 });
    try {
      const client = await alone.as(BAOSHAN, 'organizer', { organizationId: hub });
      const wanted = await ask(client, {});
      await alone.sql.query(
        `update role_assignments set until = current_date where role = 'organizer' and since < current_date`,
      );
      await alone.app.work(1);
      await alone.jobsDone();
      const { rows } = await alone.sql.query('select status, storage_key from exports where id = $1', [
        parseGlobalId(wanted.id)!.uuid,
      ]);
      expect(rows[0]).toEqual({ status: 'FAILED', storage_key: null });
    } finally {
      await alone.close();
    }
  });

  test('an old request that was left lying gives nobody more than a day’s rows without a second person', async () => {
    const alone = await startPlatform({ template: 'demo', workers: 0 });
    try {
      const client = await alone.as(BAOSHAN, 'organizer', { organizationId: hub });
      const wanted = await ask(client, {});
      const id = parseGlobalId(wanted.id)!.uuid;
      await alone.sql.query(
        `update exports set requested_at = now() - interval '2 days', counted_rows = 1 where id = $1`,
        [id],
      );
      await alone.sql.query(
        `insert into module_settings (district_id, id, module, since, changes, reason, changed_by)
         select id, gen_random_uuid(), 'exports', '2026-01-01', $2::jsonb, 'test', gen_random_uuid() from districts where code = $1`,
        [BAOSHAN, JSON.stringify({ approvalAbove: people - 1 })],
      );
      await alone.app.work(1);
      await alone.jobsDone();
      const { rows } = await alone.sql.query('select status, counted_rows from exports where id = $1', [id]);
      // The second person reads how many there are now.
      expect(rows).toEqual([{ status: 'AWAITS_APPROVAL', counted_rows: people }]);
    } finally {
      await alone.close();
    }
  });

  test('rows that came since send it back for approval', async () => {
    const alone = await startPlatform({ template: 'demo', workers: 0 });
    try {
      const client = await alone.as(BAOSHAN, 'organizer', { organizationId: hub });
      const wanted = await ask(client, {});
      await alone.sql.query(
        `insert into module_settings (district_id, id, module, since, changes, reason, changed_by)
         select id, gen_random_uuid(), 'exports', '2026-01-01', '{"approvalAbove": 1}', 'test', gen_random_uuid() from districts where code = $1`,
        [BAOSHAN],
      );
      await alone.app.work(1);
      await alone.jobsDone();
      const { rows } = await alone.sql.query('select status from exports where id = $1', [
        parseGlobalId(wanted.id)!.uuid,
      ]);
      expect(rows[0].status).toBe('AWAITS_APPROVAL');
    } finally {
      await alone.close();
    }
  });
});
