import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../../../testing/client.js';
import { Platform, startPlatform } from '../../../testing/platform.js';
import { changeSettings, toGlobalId } from '../../../kernel/index.js';
import { Register } from '../../members/tests/register.js';
import { foundTown, somebody, type Town } from '../../members/tests/town.js';
import { personalDataSettings } from '../settings.js';

const DISTRICT = '310113';
const UNMASK = `mutation ($input: UnmaskInput!) { unmask(input: $input) { value userErrors { code path retryable details message } } }`;

let platform: Platform;
let town: Town;
let memberId: string;
let organizer: Client;
const person = somebody();
const register = new Register(() => platform, DISTRICT);

beforeAll(async () => {
  platform = await startPlatform({ workers: 0 });
  town = await platform.acting(DISTRICT, foundTown);
  memberId = await register.memberSince(town.factory, '2019-05-06', person);
  organizer = await platform.as(DISTRICT, 'organizer', { organizationId: town.hub });
});
afterAll(() => platform.close());

const wish = (over: object = {}) => ({
  input: {
    id: toGlobalId('Member', memberId),
    field: 'phone',
    purpose: 'CONTACT',
    reason: '电话确认体检时间',
    ...over,
  },
});

async function traces(): Promise<{ reads: object[]; disclosures: object[] }> {
  const reads = await platform.sql.query(
    `select actor_name, action, entity, changes, purpose from audit_records where verb = 'READ' and node_id = $1`,
    [memberId],
  );
  const disclosures = await platform.sql.query(
    `select kind, recipient, fields, purpose, reason from disclosures where member_id = $1 order by id`,
    [memberId],
  );
  return { reads: reads.rows, disclosures: disclosures.rows };
}

describe('the full value of a masked field', () => {
  test('is shown to an officer of the union with purpose and reason, and leaves one audit record and one disclosure', async () => {
    expect((await organizer.mutate(UNMASK, wish())).value).toBe(person.phone);
    expect(await traces()).toEqual({
      reads: [
        expect.objectContaining({
          action: 'unmask',
          entity: 'Member',
          changes: [{ field: 'phone' }],
          purpose: 'CONTACT',
        }),
      ],
      disclosures: [
        {
          kind: 'UNMASKING',
          recipient: '组织员',
          fields: ['Member.phone'],
          purpose: 'CONTACT',
          reason: '电话确认体检时间',
        },
      ],
    });
    expect((await organizer.mutate(UNMASK, wish({ field: 'nationalId' }))).value).toBe(person.nationalId);
  });

  test('is refused without a trace of its own: no reason, an unknown field, a plain field, another type', async () => {
    const before = await traces();
    for (const [over, code] of [
      [{ reason: ' a ' }, 'PERSONAL_DATA_REASON_REQUIRED'],
      [{ field: 'name' }, 'PERSONAL_DATA_FIELD_UNKNOWN'],
      [{ field: 'national_id_sealed' }, 'PERSONAL_DATA_FIELD_UNKNOWN'],
      [{ field: '__proto__' }, 'PERSONAL_DATA_FIELD_UNKNOWN'],
      [{ id: toGlobalId('Organization', town.factory) }, 'PERSONAL_DATA_FIELD_UNKNOWN'],
      [{ id: toGlobalId('Nothing', memberId) }, 'NOT_FOUND'],
      [{ id: 'x' }, 'NOT_FOUND'],
    ] as const) {
      expect((await organizer.refused(UNMASK, wish(over)))[0]).toMatchObject({ code });
    }
    expect(await traces()).toEqual(before);
  });

  test('is nobody’s whose place it is not: another hub, a chair, an auditor, a colleague, a caller without a token', async () => {
    const colleague = await register.memberSince(town.factory, '2019-05-06');
    const elsewhere = await platform.as(DISTRICT, 'organizer', { organizationId: town.otherHub });
    expect((await elsewhere.refused(UNMASK, wish()))[0]!.code).toBe('NOT_FOUND');
    for (const client of [
      await platform.as(DISTRICT, 'chair', { organizationId: town.factory }),
      await platform.as(DISTRICT, 'member', { memberId: colleague }),
      await platform.as(DISTRICT, 'auditor'),
    ]) {
      expect((await client.refused(UNMASK, wish()))[0]!.code).toBe('FORBIDDEN');
    }
    expect((await platform.anonymous.failed(UNMASK, wish())).extensions.code).toBe('UNAUTHENTICATED');
  });

  test('is seen so many times an hour per account, also when many ask at once', async () => {
    await platform.acting(DISTRICT, (ctx) =>
      changeSettings(ctx, personalDataSettings, { unmaskingsPerHour: 5 }, { reason: '检查' }),
    );
    const worker = await platform.as(DISTRICT, 'case-worker', { organizationId: town.hub });
    const answers = await Promise.all(Array.from({ length: 12 }, () => worker.send(UNMASK, wish())));
    const values = answers.filter(({ data }) => data.unmask.value === person.phone);
    expect(values).toHaveLength(5);
    const refused = answers.filter(({ data }) => data.unmask.value === null);
    expect(refused.map(({ data }) => data.unmask.userErrors[0].code)).toEqual(
      Array.from({ length: 7 }, () => 'PERSONAL_DATA_LIMIT_REACHED'),
    );
    // An hour later there are some left again.
    await platform.sql.query(`update disclosures set at = at - interval '61 minutes'`);
    expect((await worker.mutate(UNMASK, wish())).value).toBe(person.phone);
  });

  test('stands in what the person can read, and an auditor, and nobody else', async () => {
    const QUERY = `query ($id: ID!) { member(id: $id) { disclosures(first: 100) { totalCount nodes { kind recipient fields purpose at } } } }`;
    const variables = { id: toGlobalId('Member', memberId) };
    const self = await platform.as(DISTRICT, 'member', { memberId });
    const { disclosures } = (await self.query(QUERY, variables)).member;
    expect(disclosures.totalCount).toBe(8);
    expect(disclosures.nodes[0]).toMatchObject({ kind: 'UNMASKING', recipient: '办案员', purpose: 'CONTACT' });
    const auditor = await platform.as(DISTRICT, 'auditor');
    expect((await auditor.query(QUERY, variables)).member.disclosures.totalCount).toBe(8);
    expect((await auditor.query(`{ disclosures(first: 1) { totalCount } }`)).disclosures.totalCount).toBe(8);
    expect((await organizer.query(QUERY, variables)).member.disclosures).toEqual({ totalCount: 0, nodes: [] });
    expect((await organizer.failed(`{ disclosures(first: 1) { totalCount } }`)).extensions.code).toBe('FORBIDDEN');
  });

  test('the log of disclosures only grows: the application can neither change nor remove an entry', async () => {
    const statement = (text: string) =>
      platform.acting(DISTRICT, async (ctx) => {
        const { sql } = await import('kysely');
        await sql.raw(text).execute(ctx.sql);
      });
    await expect(statement(`update disclosures set recipient = 'x'`)).rejects.toThrow(/permission denied/);
    await expect(statement('delete from disclosures')).rejects.toThrow(/permission denied/);
  });
});
