import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../../../testing/client.js';
import { Platform } from '../../../testing/platform.js';
import {
  createContext,
  inDistrict,
  parseGlobalId,
  recordRead,
  type RequestContext,
  toGlobalId,
} from '../../../kernel/index.js';

const BAOSHAN = '310113';

let platform: Platform;
let auditor: Client;
let memberId: string;

beforeAll(async () => {
  platform = await Platform.start({ template: 'demo', workers: 0 });
  auditor = await platform.as(BAOSHAN, 'auditor');
  const administrator = await platform.as(BAOSHAN, 'administrator');
  const { members } = await administrator.query('{ members(first: 1) { nodes { id } } }');
  memberId = parseGlobalId(members.nodes[0].id)!.uuid;
});
afterAll(() => platform?.close());

const look = (purpose?: string) => ({
  entity: 'Member',
  nodeType: 'Member',
  nodeId: memberId,
  fields: ['nationalId', 'phone'],
  purpose,
});

async function reads(filter: object = {}, on = auditor) {
  const { auditRecords } = await on.query(
    `query ($filter: AuditFilter) { auditRecords(first: 50, filter: $filter) { totalCount nodes {
       id verb entity nodeId actorId actorName clientName action purpose changes { field before after sealed } } } }`,
    { filter: { verb: 'READ', nodeId: toGlobalId('Member', memberId), ...filter } },
  );
  return auditRecords.nodes;
}

/** Runs work as somebody else than the system. */
async function as<T>(principal: object, work: (ctx: RequestContext) => Promise<T>): Promise<T> {
  const district = await platform.district(BAOSHAN);
  return platform.acting(BAOSHAN, (system) =>
    inDistrict(district.id, () =>
      work(createContext(platform.app.kernel, { ...system.facts, principal: { ...system.principal!, ...principal } })),
    ),
  );
}

describe('a sensitive read', () => {
  test('leaves one record with the names of the fields and the reason, never a value', async () => {
    const before = (await reads()).length;
    await platform.acting(BAOSHAN, (ctx) => recordRead(ctx, look('核对身份')));
    const found = await reads();
    expect(found).toHaveLength(before + 1);
    expect(found[0]).toMatchObject({
      verb: 'READ',
      entity: 'Member',
      nodeId: toGlobalId('Member', memberId),
      purpose: '核对身份',
      changes: [
        { field: 'nationalId', before: null, after: null, sealed: null },
        { field: 'phone', before: null, after: null, sealed: null },
      ],
    });
  });

  test('inside a transaction is on record when that commits, and only then', async () => {
    const before = (await reads()).length;
    const failing = platform.acting(BAOSHAN, (ctx) =>
      ctx.transaction(async (tx) => {
        await recordRead(tx, look());
        throw new Error('no answer was given');
      }),
    );
    await expect(failing).rejects.toThrow('no answer');
    expect(await reads()).toHaveLength(before);
    await platform.acting(BAOSHAN, (ctx) => ctx.transaction((tx) => recordRead(tx, look())));
    expect(await reads()).toHaveLength(before + 1);
  });

  test('says through which client somebody looked', async () => {
    const client = { id: '01930000-0000-7000-8000-000000000001', name: '窗口系统' };
    await as({ client }, (ctx) => recordRead(ctx, look('经窗口')));
    expect((await reads())[0]).toMatchObject({ clientName: '窗口系统', purpose: '经窗口' });
  });

  test('of members by themselves keeps the account, and shows its name as it is now', async () => {
    const { rows } = await platform.sql.query<{ id: string; name: string }>(
      'select id, name from principals where district_id = (select id from districts where code = $1) limit 1',
      [BAOSHAN],
    );
    const [{ id, name }] = rows as [{ id: string; name: string }];
    const scope = { kind: 'self', memberId, organizationId: null } as const;
    const self = { id, name, grants: [{ role: 'member', scope, permissions: new Set() }] };
    await as(self, (ctx) => recordRead(ctx, look('本人')));
    expect((await reads())[0]).toMatchObject({ actorName: name, actorId: toGlobalId('Account', id) });
    const stored = await platform.sql.query(`select actor_name from audit_records where purpose = '本人'`);
    expect(stored.rows).toEqual([{ actor_name: `account:${id}` }]);
    await platform.sql.query(`update principals set name = '（已删除）' where id = $1`, [id]);
    expect((await reads())[0].actorName).toBe('（已删除）');
    await platform.sql.query('update principals set name = $2 where id = $1', [id, name]);
  });
});

describe('a mutation refused for want of a permission', () => {
  const refusals = async () => {
    const { auditRecords } = await auditor.query(
      `{ auditRecords(first: 50, filter: { verb: REFUSED }) { nodes {
           verb entity action actorId nodeId actorName changes { field after } } } }`,
    );
    return auditRecords.nodes;
  };
  const tryIt = 'mutation { removeRole(input: { roleId: "x", expectedVersion: 1 }) { userErrors { code } } }';

  test('leaves a record of who tried what, and many tries of the same leave one', async () => {
    const organizer = await platform.as(BAOSHAN, 'organizer');
    const chair = await platform.as(BAOSHAN, 'chair');
    for (let time = 0; time < 5; time += 1) {
      expect((await organizer.refused(tryIt)).map(({ code }) => code)).toEqual(['FORBIDDEN']);
    }
    await Promise.all(Array.from({ length: 5 }, () => chair.refused(tryIt)));
    const found = (await refusals()).filter(({ action }: { action: string }) => action === 'removeRole');
    expect(found).toHaveLength(2);
    expect(new Set(found.map(({ actorId }: { actorId: string }) => actorId)).size).toBe(2);
    expect(found[0]).toMatchObject({
      entity: 'Refusal',
      nodeId: found[0].actorId,
      changes: [
        { field: 'code', after: 'FORBIDDEN' },
        { field: 'permission', after: 'access:manage' },
      ],
    });
  });

  test('is answered all the same when the record cannot be written', async () => {
    await platform.sql.query(
      `alter table audit_records add constraint no_refusals check (action <> 'createRole') not valid`,
    );
    const chair = await platform.as(BAOSHAN, 'chair');
    const create = `mutation { createRole(input: { code: "own-x", titleZh: "甲", titleEn: "A", scope: DISTRICT, permissions: [] })
      { userErrors { code } } }`;
    expect((await chair.refused(create)).map(({ code }) => code)).toEqual(['FORBIDDEN']);
    await platform.sql.query('alter table audit_records drop constraint no_refusals');
    await chair.refused(create);
    expect((await refusals()).map(({ action }: { action: string }) => action)).toContain('createRole');
  });

  test('for any other reason leaves none', async () => {
    const administrator = await platform.as(BAOSHAN, 'administrator');
    const before = (await refusals()).length;
    expect((await administrator.refused(tryIt)).map(({ code }) => code)).toEqual(['NOT_FOUND']);
    expect(await refusals()).toHaveLength(before);
  });
});

describe('the list of records', () => {
  test('is narrowed by actor, action, kind and time, newest first', async () => {
    const [newest] = await reads();
    expect(await reads({ actorId: newest.actorId })).toContainEqual(newest);
    expect(await reads({ actorId: toGlobalId('Account', memberId) })).toEqual([]);
    expect(await reads({ action: newest.action })).toContainEqual(newest);
    expect(await reads({ action: 'nothing' })).toEqual([]);
    expect(await reads({ since: '2100-01-01T00:00:00Z' })).toEqual([]);
    expect(await reads({ until: '2100-01-01T00:00:00Z' })).toContainEqual(newest);
    const ids = (await reads()).map(({ id }: { id: string }) => BigInt(id));
    expect(ids).toEqual([...ids].sort((a, b) => (a < b ? 1 : -1)));
  });

  test('and the seals are for auditors alone', async () => {
    for (const role of ['administrator', 'security-administrator', 'organizer', 'front-end']) {
      const other = await platform.as(BAOSHAN, role);
      for (const list of ['auditRecords(first: 1) { nodes { id } }', 'auditSeals(first: 1) { nodes { number } }']) {
        expect((await other.failed(`{ ${list} }`)).extensions.code).toBe('FORBIDDEN');
      }
    }
    expect((await platform.anonymous.failed('{ auditSeals(first: 1) { totalCount } }')).extensions.code).toBe(
      'UNAUTHENTICATED',
    );
  });

  test('of personal data says that it changed, and not to what', async () => {
    const { rows } = await platform.sql.query<{ change: { field: string } }>(
      `select distinct on (c ->> 'field') c as change from audit_records, jsonb_array_elements(changes) as c
       where entity = 'Principal' and c ->> 'field' in ('name', 'subject')`,
    );
    expect(rows.map(({ change }) => change)).toEqual([
      { field: 'name', sealed: true },
      { field: 'subject', sealed: true },
    ]);
  });
});

test('seals are made within seconds, and auditors of the district see its own chain', async () => {
  platform.app.keepAudit();
  const ask = '{ auditSeals(first: 2) { nodes { number sealedAt records lastId root previous hash } totalCount } }';
  const newest = async () => (await auditor.query(ask)).auditSeals;
  const sealed = async (count: number) => {
    for (const deadline = Date.now() + 25_000; Date.now() < deadline; ) {
      if ((await newest()).totalCount >= count) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`there are no ${count} seals`);
  };
  await sealed(1);
  await platform.acting(BAOSHAN, (ctx) => recordRead(ctx, look()));
  await sealed(2);
  const { nodes } = await newest();
  expect(BigInt(nodes[0].number)).toBe(BigInt(nodes[1].number) + 1n);
  expect(nodes[0].previous).toBe(nodes[1].hash);
  expect(nodes[0].hash).toMatch(/^[0-9a-f]{64}$/);
});
