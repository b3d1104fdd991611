import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../../../../tests/support/client.js';
import { Platform, startPlatform } from '../../../../tests/support/platform.js';
import { parseGlobalId, toGlobalId } from '../../../kernel/index.js';
import { expireExport } from '../export/write.service.js';

const BAOSHAN = '310113';

let platform: Platform;
let administrator: Client;
let second: Client;
let organizer: Client;
/** A hub with a few people below it, as local id. */
let hub: string;
let people: number;

beforeAll(async () => {
  platform = await startPlatform({ template: 'demo' });
  administrator = await platform.as(BAOSHAN, 'administrator');
  const { id: district } = await platform.district(BAOSHAN);
  const { rows } = await platform.sql.query(
    `select c.ancestor_id as id, count(*)::int as people from organization_closure c
     join members m on m.district_id = c.district_id and m.keeper_organization_id = c.descendant_id
     where c.district_id = $1 and c.until is null group by 1 having count(*) between 5 and 60 order by 2 desc limit 1`,
    [district],
  );
  hub = rows[0].id;
  people = rows[0].people;
  organizer = await platform.as(BAOSHAN, 'organizer', { organizationId: hub });
  second = await anotherAdministrator();
});
afterAll(() => platform.close());

async function anotherAdministrator(): Promise<Client> {
  const { sql } = platform;
  await platform.as(BAOSHAN, 'front-end');
  await sql.query(
    `with made as (
       insert into principals (district_id, id, subject, name, synthetic)
       select id, gen_random_uuid(), 'demo:second', '第二人', true from districts where code = $1 returning district_id, id)
     insert into role_assignments (district_id, id, principal_id, role, since)
     select district_id, gen_random_uuid(), id, 'administrator', '2026-01-01' from made`,
    [BAOSHAN],
  );
  const { issueDemoToken } = await import('../../access/index.js');
  const { Client } = await import('../../../../tests/support/client.js');
  return new Client(platform.address, await issueDemoToken(platform.app.kernel.home, BAOSHAN, 'second'));
}

const FIELDS = '{ id status countedRows writtenRows version downloadAddress }';

async function ask(client: Client, input: object) {
  const answer = await client.mutate(
    `mutation ($input: RequestExportInput!) { requestExport(input: $input) { export ${FIELDS} userErrors { code path } } }`,
    { input: { list: 'members', purpose: '年度核对', ...input } },
  );
  return answer.export;
}

async function again(client: Client, id: string) {
  return (await client.query(`query ($id: ID!) { node(id: $id) { ... on Export ${FIELDS} } }`, { id })).node;
}

function decide(client: Client, verb: 'approve' | 'reject', wanted: { id: string; version: number }, reason?: string) {
  const Verb = verb === 'approve' ? 'Approve' : 'Reject';
  const input = { exportId: wanted.id, expectedVersion: wanted.version, ...(reason !== undefined && { reason }) };
  return client.send(
    `mutation ($input: ${Verb}ExportInput!) { ${verb}Export(input: $input) { export ${FIELDS} userErrors { code } } }`,
    { input },
  );
}

const codesOf = (answer: { data: Record<string, { userErrors: { code: string }[] }> }) =>
  Object.values(answer.data)[0]!.userErrors.map(({ code }) => code);

async function fileOf(client: Client, id: string): Promise<{ status: number; text: string; headers: Headers }> {
  const { downloadAddress } = await again(client, id);
  const answer = await fetch(`${platform.address}${downloadAddress}`);
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
}

describe('a small export', () => {
  test('is written at once, with what its requester sees, sealed values masked, and read on record', async () => {
    const wanted = await ask(organizer, {});
    expect(wanted).toMatchObject({ status: 'QUEUED', countedRows: people, downloadAddress: null });
    await platform.jobsDone();
    expect(await again(organizer, wanted.id)).toMatchObject({ status: 'READY', writtenRows: people });
    const { text, headers } = await fileOf(organizer, wanted.id);
    const rows = text.trimEnd().split('\r\n');
    expect(rows).toHaveLength(people + 1);
    expect(rows[0]).toBe('姓名,性别,出生日期,公民身份号码,手机号,所在工会,就业形式,职业,状态');
    expect(text).toMatch(/\*{6,}/);
    expect(text).not.toMatch(/\d{17}[\dX]|\b1[3-9]\d{9}\b/);
    expect(headers.get('content-disposition')).toContain('members-');
    const { rows: reads } = await platform.sql.query(
      `select purpose, actor_name from audit_records where verb = 'READ' and entity = 'Export' and node_id = $1`,
      [parseGlobalId(wanted.id)!.uuid],
    );
    expect(reads).toHaveLength(1);
    expect(reads[0].purpose).toBe('年度核对');
  });

  test('is plain in no file of the installation', async () => {
    const wanted = await ask(organizer, {});
    await platform.jobsDone();
    const stored = join(platform.app.kernel.home, 'attachments', BAOSHAN, `export-${parseGlobalId(wanted.id)!.uuid}`);
    const { text } = await fileOf(organizer, wanted.id);
    const name = text.split('\r\n')[1]!.split(',')[0]!;
    expect(readFileSync(stored).includes(Buffer.from(name))).toBe(false);
    expect(Buffer.from(text).includes(Buffer.from(name))).toBe(true);
  });

  test('is fetched by its requester alone, by an address that works once', async () => {
    const wanted = await ask(organizer, {});
    await platform.jobsDone();
    expect((await again(administrator, wanted.id)).downloadAddress).toBeNull();
    const { downloadAddress } = await again(organizer, wanted.id);
    const answers = await Promise.all([1, 2].map(() => fetch(`${platform.address}${downloadAddress}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
  });

  test('of a part of the district is asked for there alone', async () => {
    const { rows } = await platform.sql.query(
      `select id from organizations where parent_id is null and district_id = (select id from districts where code = $1)`,
      [BAOSHAN],
    );
    const refused = await organizer.refused(
      `mutation ($input: RequestExportInput!) { requestExport(input: $input) { userErrors { code path } } }`,
      { input: { list: 'members', purpose: '核对', withinId: toGlobalId('Organization', rows[0].id) } },
    );
    expect(['NOT_FOUND', 'FORBIDDEN']).toContain(refused[0]!.code);
  });

  test('that goes outside is disclosed, once for every person in it', async () => {
    const before = await disclosures();
    await ask(organizer, { recipient: '某保险公司' });
    await platform.jobsDone();
    expect((await disclosures()) - before).toBe(people);
  });

  test('expires: its file and its key are destroyed', async () => {
    const wanted = await ask(organizer, {});
    await platform.jobsDone();
    const { uuid } = parseGlobalId(wanted.id)!;
    const { downloadAddress } = await again(organizer, wanted.id);
    await platform.acting(BAOSHAN, (ctx) => expireExport(ctx, uuid));
    expect(await again(organizer, wanted.id)).toMatchObject({ status: 'EXPIRED', downloadAddress: null });
    expect((await fetch(`${platform.address}${downloadAddress}`)).status).toBe(404);
    expect(existsSync(join(platform.app.kernel.home, 'attachments', BAOSHAN, `export-${uuid}`))).toBe(false);
    const { rows } = await platform.sql.query('select 1 from person_keys where person_id = $1', [uuid]);
    expect(rows).toEqual([]);
  });
});

async function disclosures(): Promise<number> {
  const { rows } = await platform.sql.query(
    `select count(*)::int as total from disclosures where recipient = '某保险公司'`,
  );
  return rows[0].total;
}

describe('an export above the limit', () => {
  test('waits for a second person, who is never the requester, and is then written', async () => {
    const wanted = await ask(administrator, {});
    expect(wanted).toMatchObject({ status: 'AWAITS_APPROVAL' });
    expect(wanted.countedRows).toBeGreaterThan(500);
    await platform.jobsDone();
    expect((await again(administrator, wanted.id)).status).toBe('AWAITS_APPROVAL');
    expect(codesOf(await decide(administrator, 'approve', wanted))).toEqual(['EXPORT_OWN_REQUEST']);
    const outsider = await decide(organizer, 'approve', wanted);
    expect(JSON.stringify(outsider)).toContain('FORBIDDEN');
    expect(codesOf(await decide(second, 'approve', { ...wanted, version: 99 }))).toEqual(['STALE_VERSION']);
    expect(codesOf(await decide(second, 'approve', wanted))).toEqual([]);
    expect(codesOf(await decide(second, 'approve', await again(second, wanted.id)))).toEqual(['EXPORT_NOT_AWAITING']);
    await platform.jobsDone();
    const ready = await again(administrator, wanted.id);
    expect(ready).toMatchObject({ status: 'READY', writtenRows: wanted.countedRows });
    const { text } = await fileOf(administrator, wanted.id);
    expect(text.trimEnd().split('\r\n')).toHaveLength(wanted.countedRows + 1);
    // The one who approved has not got it by that.
    expect((await again(second, wanted.id)).downloadAddress).toBeNull();
  });

  test('can be rejected, with a reason', async () => {
    const wanted = await ask(administrator, {});
    expect(codesOf(await decide(second, 'reject', wanted, ''))).toEqual(['EXPORT_REASON_REQUIRED']);
    expect(codesOf(await decide(second, 'reject', wanted, '用途不明'))).toEqual([]);
    expect((await again(administrator, wanted.id)).status).toBe('REJECTED');
  });

  test('is not got round in small parts', async () => {
    const alone = await platform.as(BAOSHAN, 'organizer', { organizationId: await anotherHub() });
    const statuses: string[] = [];
    for (let part = 0; part < 12; part += 1) statuses.push((await ask(alone, {})).status);
    expect(statuses[0]).toBe('QUEUED');
    expect(statuses.at(-1)).toBe('AWAITS_APPROVAL');
  });
});

async function anotherHub(): Promise<string> {
  const { rows } = await platform.sql.query(
    `select c.ancestor_id as id from organization_closure c
     join members m on m.district_id = c.district_id and m.keeper_organization_id = c.descendant_id
     where c.until is null and c.ancestor_id <> $1 and c.district_id = (select id from districts where code = $2)
     group by 1 having count(*) between 50 and 400 order by count(*) desc limit 1`,
    [hub, BAOSHAN],
  );
  return rows[0].id;
}

describe('a file that is there', () => {
  test('is not fetched any more by who has lost one of the roles that filled it', async () => {
    const client = await platform.as(BAOSHAN, 'organizer', { organizationId: hub });
    const subject = `demo:organizer@${hub}`;
    const elsewhere = await anotherHub();
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
        `insert into module_settings (district_id, id, module, since, settings)
         select id, gen_random_uuid(), 'exports', '2026-01-01', $2::jsonb from districts where code = $1`,
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
        `insert into module_settings (district_id, id, module, since, settings)
         select id, gen_random_uuid(), 'exports', '2026-01-01', '{"approvalAbove": 1}' from districts where code = $1`,
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
