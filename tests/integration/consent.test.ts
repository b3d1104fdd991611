import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readingCircle } from '../fixtures/plugins/reading-circle/index.js';
import type { Client } from '../../src/testing/client.js';
import { Platform, startPlatform } from '../../src/testing/platform.js';
import { toGlobalId } from '../../src/kernel/index.js';
import { codeOf, Register } from '../../src/modules/members/tests/register.js';
import { foundTown, type Town } from '../../src/modules/members/tests/town.js';
import { assertConsent, recordDisclosure } from '../../src/modules/personal-data/index.js';

const DISTRICT = '310113';
const PURPOSE = 'reading-circle-photos';
const GIVE = `mutation ($input: GiveConsentInput!) { giveConsent(input: $input) {
  consent { purpose textVersion own endedAt endedAs } userErrors { code path details } } }`;
const WITHDRAW = `mutation ($input: WithdrawConsentInput!) { withdrawConsent(input: $input) {
  consent { purpose endedAs } userErrors { code path details } } }`;

/** The purpose's text in another version, as after an update of the plugin; answers what puts it back. */
function wordedAnew(version: number): () => void {
  const consent = readingCircle.consents![PURPOSE]!;
  const before = { ...consent };
  Object.assign(consent, { version, text: { zh: '新文本', en: 'New text' } });
  return () => void Object.assign(consent, before);
}

let platform: Platform;
let town: Town;
let memberId: string;
let self: Client;
const register = new Register(() => platform, DISTRICT);

beforeAll(async () => {
  platform = await startPlatform({ plugins: [readingCircle] });
  town = await platform.acting(DISTRICT, foundTown);
  await platform.enable(DISTRICT, 'reading-circle');
  memberId = await register.memberSince(town.factory, '2019-05-06');
  self = await platform.as(DISTRICT, 'member', { memberId });
});
afterAll(() => platform.close());

const consent = (over: object = {}) => ({
  input: { memberId: toGlobalId('Member', memberId), purpose: PURPOSE, textVersion: 1, ...over },
});
const withdrawal = () => ({ input: { memberId: toGlobalId('Member', memberId), purpose: PURPOSE } });
const agreed = () => codeOf(platform.acting(DISTRICT, (ctx) => assertConsent(ctx, memberId, PURPOSE)));

describe('a consent', () => {
  test('counts from when it is given until it is withdrawn, and stays on record with its text', async () => {
    expect(await agreed()).toBe('CONSENT_MISSING');
    const { consentPurposes } = await self.query(`{ consentPurposes { purpose textVersion title text } }`);
    expect(consentPurposes).toEqual([
      { purpose: PURPOSE, textVersion: 1, title: '刊登活动照片', text: readingCircle.consents![PURPOSE]!.text.zh },
    ]);
    const given = { purpose: PURPOSE, textVersion: 1, own: true, endedAt: null, endedAs: null };
    expect((await self.mutate(GIVE, consent())).consent).toEqual(given);
    expect((await self.mutate(GIVE, consent())).consent).toEqual(given);
    expect(await agreed()).toBe('done');
    expect((await self.mutate(WITHDRAW, withdrawal())).consent).toEqual({ purpose: PURPOSE, endedAs: 'WITHDRAWN' });
    expect(await agreed()).toBe('CONSENT_MISSING');
    expect((await self.refused(WITHDRAW, withdrawal()))[0]).toMatchObject({ code: 'CONSENT_MISSING' });
    const { rows } = await platform.sql.query(
      `select t.text_zh, c.given_by = p.id as by_person from consents c join consent_texts t using (district_id, purpose, text_version)
       join principals p on p.member_id = c.member_id`,
    );
    expect(rows).toEqual([{ text_zh: readingCircle.consents![PURPOSE]!.text.zh, by_person: true }]);
  });

  test('is recorded by an officer of the union as well, and says so; by no colleague and no other hub', async () => {
    const chair = await platform.as(DISTRICT, 'chair', { organizationId: town.factory });
    expect((await chair.mutate(GIVE, consent())).consent).toMatchObject({ own: false });
    const { member } = await chair.query(`query ($id: ID!) { member(id: $id) { consents(first: 5) { totalCount } } }`, {
      id: toGlobalId('Member', memberId),
    });
    expect(member.consents.totalCount).toBe(2);
    const colleague = await register.memberSince(town.factory, '2019-05-06');
    for (const [client, code] of [
      [await platform.as(DISTRICT, 'member', { memberId: colleague }), 'FORBIDDEN'],
      [await platform.as(DISTRICT, 'organizer', { organizationId: town.otherHub }), 'NOT_FOUND'],
      [await platform.as(DISTRICT, 'chair', { organizationId: town.hospital }), 'NOT_FOUND'],
    ] as const) {
      expect((await client.refused(GIVE, consent()))[0]!.code).toBe(code);
      expect((await client.refused(WITHDRAW, withdrawal()))[0]!.code).toBe(code);
    }
    await chair.mutate(WITHDRAW, withdrawal());
  });

  test('is for a text in force and a purpose that the district has', async () => {
    expect((await self.refused(GIVE, consent({ textVersion: 2 })))[0]).toMatchObject({
      code: 'CONSENT_VERSION_OUTDATED',
      details: { version: 1 },
    });
    expect((await self.refused(GIVE, consent({ purpose: 'x' })))[0]!.code).toBe('CONSENT_PURPOSE_UNKNOWN');
    await platform.disable(DISTRICT, 'reading-circle');
    expect((await self.refused(GIVE, consent()))[0]!.code).toBe('CONSENT_PURPOSE_UNKNOWN');
    // What was agreed to before can be taken back all the same.
    await platform.sql.query(
      `update consents set ended_at = null, ended_by = null, ended_as = null where id =
      (select id from consents where member_id = $1 order by id desc limit 1)`,
      [memberId],
    );
    // Taken back, and no word about a purpose that the district does not know at present.
    expect((await self.mutate(WITHDRAW, withdrawal())).consent).toBeNull();
    const { rows } = await platform.sql.query('select ended_as from consents where member_id = $1', [memberId]);
    expect(rows.at(-1)).toEqual({ ended_as: 'WITHDRAWN' });
    await platform.enable(DISTRICT, 'reading-circle');
    await expect(platform.acting(DISTRICT, (ctx) => assertConsent(ctx, memberId, 'misspelt'))).rejects.toThrow(
      /no module declares/,
    );
  });

  test('given twice at once is one', async () => {
    await Promise.all(Array.from({ length: 8 }, () => self.mutate(GIVE, consent())));
    const { rows } = await platform.sql.query(
      'select count(*)::int as n from consents where member_id = $1 and ended_at is null',
      [memberId],
    );
    expect(rows).toEqual([{ n: 1 }]);
  });

  test('to an older text no longer counts, and is replaced by one to the newer', async () => {
    const putBack = wordedAnew(2);
    try {
      expect(await agreed()).toBe('CONSENT_MISSING');
      expect((await self.refused(GIVE, consent()))[0]!.code).toBe('CONSENT_VERSION_OUTDATED');
      await self.mutate(GIVE, consent({ textVersion: 2 }));
      expect(await agreed()).toBe('done');
    } finally {
      putBack();
    }
    const { rows } = await platform.sql.query(
      `select text_version, ended_as from consents where member_id = $1 order by id desc limit 2`,
      [memberId],
    );
    expect(rows).toEqual([
      { text_version: 2, ended_as: null },
      { text_version: 1, ended_as: 'REPLACED' },
    ]);
  });

  test('of a hundred persons is asked for with one statement', async () => {
    const ids = Array.from({ length: 100 }, () => crypto.randomUUID());
    const statements = await platform.wire.count(() =>
      platform.acting(DISTRICT, (ctx) => Promise.allSettled(ids.map((id) => assertConsent(ctx, id, PURPOSE)))),
    );
    expect(statements).toBeLessThanOrEqual(2);
  });
});

describe('a disclosure to a third party', () => {
  test('is logged per person, for the person to read', async () => {
    const other = await register.memberSince(town.factory, '2019-05-06');
    await platform.acting(DISTRICT, (ctx) =>
      recordDisclosure(ctx, {
        memberId: [memberId, other],
        recipient: '某医院体检中心',
        fields: ['Member.name', 'Member.phone'],
        purpose: '女职工体检预约',
      }),
    );
    const { viewer } = await self.query(
      `{ viewer { member { disclosures(first: 10) { nodes { kind recipient fields purpose } } } } }`,
    );
    expect(viewer.member.disclosures.nodes).toEqual([
      {
        kind: 'THIRD_PARTY',
        recipient: '某医院体检中心',
        fields: ['Member.name', 'Member.phone'],
        purpose: '女职工体检预约',
      },
    ]);
  });

  test('without a named recipient or purpose is refused, and one that is rolled back leaves nothing', async () => {
    const log = (over: object) =>
      codeOf(
        platform.acting(DISTRICT, (ctx) =>
          recordDisclosure(ctx, { memberId, recipient: '甲', fields: [], purpose: '乙', ...over }),
        ),
      );
    expect(await log({ recipient: '' })).toBe('INVALID_VALUE');
    expect(await log({ purpose: 'x'.repeat(201) })).toBe('INVALID_VALUE');
    const count = async () => (await platform.sql.query('select 1 from disclosures')).rowCount;
    const before = await count();
    const failing = platform.acting(DISTRICT, (ctx) =>
      ctx.transaction(async (tx) => {
        await recordDisclosure(tx, { memberId, recipient: '甲', fields: [], purpose: '乙' });
        throw new Error('the sending failed');
      }),
    );
    await expect(failing).rejects.toThrow('the sending failed');
    expect(await count()).toBe(before);
  });
});
