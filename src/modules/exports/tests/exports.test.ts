import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseGlobalId, toGlobalId } from '../../../kernel/index.js';
import type { Client } from '../../../testing/client.js';
import type { Platform } from '../../../testing/platform.js';
import { expireExport } from '../export/write.service.js';
import { again, anotherAdministrator, anotherHub, ask, BAOSHAN, codesOf, decide, demoHub, fileOf } from './asking.js';

let platform: Platform;
let administrator: Client;
let second: Client;
let organizer: Client;
let hub: string;
let people: number;

beforeAll(async () => {
  ({ platform, hub, people, organizer } = await demoHub());
  administrator = await platform.as(BAOSHAN, 'administrator');
  second = await anotherAdministrator(platform);
});
afterAll(() => platform.close());

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
    const alone = await platform.as(BAOSHAN, 'organizer', { organizationId: await anotherHub(platform, hub) });
    const statuses: string[] = [];
    for (let part = 0; part < 12; part += 1) statuses.push((await ask(alone, {})).status);
    expect(statuses[0]).toBe('QUEUED');
    expect(statuses.at(-1)).toBe('AWAITS_APPROVAL');
  });
});
