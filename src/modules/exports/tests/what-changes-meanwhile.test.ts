import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseGlobalId, toGlobalId } from '../../../kernel/index.js';
import type { Client } from '../../../testing/client.js';
import type { Platform } from '../../../testing/platform.js';
import { workOff } from '../../../../tests/support/work-off.js';
import { again, anotherHub, ask, BAOSHAN, demoHub, hubOf } from './asking.js';

let platform: Platform;
let organizer: Client;
let hub: string;

beforeAll(async () => {
  ({ platform, hub, organizer } = await demoHub({ workers: 0 }));
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
    await workOff(platform);
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
    await workOff(platform);
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
    await workOff(platform);
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

/** Each in a district of its own: no request of one counts for another. */
describe('between asking and writing', () => {
  test('who has lost the permission gets nothing', async () => {
    const wanted = await ask((await hubOf(platform, '310110')).organizer, {});
    await platform.sql.query(
      `update role_assignments set until = current_date
       where role = 'organizer' and since < current_date and district_id = (select id from districts where code = '310110')`,
    );
    await workOff(platform);
    expect(await rowOf(wanted.id)).toMatchObject({ status: 'FAILED', storage_key: null });
  });

  test('an old request that was left lying gives nobody more than a day’s rows without a second person', async () => {
    const { organizer: client, people } = await hubOf(platform, '310109');
    const wanted = await ask(client, {});
    await platform.sql.query(
      `update exports set requested_at = now() - interval '2 days', counted_rows = 1 where id = $1`,
      [parseGlobalId(wanted.id)!.uuid],
    );
    await approveAbove('310109', people - 1);
    await workOff(platform);
    // The second person reads how many there are now.
    expect(await rowOf(wanted.id)).toMatchObject({ status: 'AWAITS_APPROVAL', counted_rows: people });
  });

  test('rows that came since send it back for approval', async () => {
    const wanted = await ask((await hubOf(platform, '319001')).organizer, {});
    expect(wanted.status).toBe('QUEUED');
    await approveAbove('319001', 1);
    await workOff(platform);
    expect((await rowOf(wanted.id)).status).toBe('AWAITS_APPROVAL');
  });
});

async function rowOf(id: string) {
  const { rows } = await platform.sql.query('select status, counted_rows, storage_key from exports where id = $1', [
    parseGlobalId(id)!.uuid,
  ]);
  return rows[0];
}

/** Sets from how many rows on a second person is needed, past the service. */
async function approveAbove(districtCode: string, rows: number): Promise<void> {
  await platform.sql.query(
    `insert into module_settings (district_id, id, module, since, changes, reason, changed_by)
     select id, gen_random_uuid(), 'exports', '2026-01-01', $2::jsonb, 'test', gen_random_uuid() from districts where code = $1`,
    [districtCode, JSON.stringify({ approvalAbove: rows })],
  );
}
