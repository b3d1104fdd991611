import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type PersonalDataDefinition, toGlobalId } from '../../src/kernel/index.js';
import { applyForMembership, decideMembershipApplication, endMembership } from '../../src/modules/members/index.js';
import { applicationOf, foundTown, somebody, type Town } from '../../src/modules/members/tests/town.js';
import type { SyntheticPerson } from '../../src/demo/synthetic.js';
import type { Client } from '../../src/testing/client.js';
import { covered } from '../support/coverage.js';
import { plugins } from '../support/installed.js';
import { fillWithRows } from '../support/old-rows.js';
import { type Canaries, fillForPerson, tablesWith } from '../support/person-rows.js';
import { passTrust, restoreClock } from '../support/shifted-clock.js';
import { Platform, startPlatform } from '../../src/testing/platform.js';

const DISTRICT = '310113';
const EXPORT = `query ($id: ID!) { personalDataOf(memberId: $id) { exportedAt content } }`;

interface Content {
  readonly tables: readonly { module: string; table: string; rows: readonly Record<string, unknown>[] }[];
  readonly files: readonly object[];
}

let platform: Platform;
let town: Town;
let definitions: readonly PersonalDataDefinition[];

beforeAll(async () => {
  platform = await startPlatform({ workers: 0, plugins, on: [] });
  town = await platform.acting(DISTRICT, foundTown);
  // Something in every table, for the rows of persons to refer to.
  await fillWithRows(platform.sql, DISTRICT);
  definitions = platform.registry.plugins.flatMap(({ personalData }) => personalData ?? []);
});
afterEach(restoreClock);
afterAll(() => platform.close());

/** A former member of whom every table knows something: through the doors of the core, and by generated rows elsewhere. */
async function knownPerson(): Promise<{ memberId: string; person: SyntheticPerson; canaries: Canaries; self: Client }> {
  const person = { ...somebody() };
  Object.assign(person, { name: `甲${person.phone.slice(-6)}乙`, occupation: `工种${person.phone.slice(-7)}` });
  const memberId = await platform.acting(DISTRICT, async (ctx) => {
    const { applicationId, memberId } = await applyForMembership(ctx, applicationOf(person, town.factory));
    await decideMembershipApplication(ctx, { applicationId, decision: 'APPROVE', expectedVersion: 1 });
    return memberId;
  });
  const { rows } = await platform.sql.query('select id from memberships where member_id = $1', [memberId]);
  const until = await platform.acting(DISTRICT, async (ctx) => ctx.today);
  await platform.acting(DISTRICT, (ctx) =>
    endMembership(ctx, { membershipId: rows[0].id, until, reason: 'LEFT', expectedVersion: 1 }),
  );
  const self = await platform.as(DISTRICT, 'member', { memberId });
  const { name, occupation, phone, nationalId } = person;
  const canaries: Canaries = { texts: new Set([name, occupation, phone, nationalId]), tables: new Set() };
  const left = await platform.acting(DISTRICT, (ctx) => fillForPerson(platform.sql, ctx, memberId, canaries));
  // Of the generated rows, the one that would stand in the way.
  await platform.sql.query(
    `update erasure_requests set status = 'CANCELLED', decided_at = now(), decided_by = requested_by
     where member_id = $1 and decided_at is null`,
    [memberId],
  );
  expect(left.filter((line) => !NOT_OF_MEMBERS.has(line.split(':')[0]!))).toEqual([]);
  return { memberId, person, canaries, self };
}

/** Registered for their seals alone: no row of theirs is a member's. */
const NOT_OF_MEMBERS = new Set(['exports']);

async function exported(client: Client, memberId: string): Promise<Content> {
  return (await client.query(EXPORT, { id: toGlobalId('Member', memberId) })).personalDataOf.content;
}

/** Erases as the law of the house says: one asks, another approves. */
async function erased(memberId: string): Promise<void> {
  const organizer = await platform.as(DISTRICT, 'organizer', { organizationId: town.hub });
  const administrator = await platform.as(DISTRICT, 'administrator');
  const { request } = await organizer.mutate(
    `mutation ($input: ErasePersonInput!) { erasePerson(input: $input) { request { id } userErrors { code } } }`,
    { input: { memberId: toGlobalId('Member', memberId), reason: '本人书面要求' } },
  );
  await administrator.mutate(
    `mutation ($input: DecideErasureInput!) { approveErasure(input: $input) { request { id } userErrors { code } } }`,
    { input: { requestId: request.id, expectedVersion: 1 } },
  );
}

/** Every row of the person in every table, as it stands. */
async function rowsOfPerson(memberId: string): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {};
  for (const { table, personColumn, through } of definitions) {
    const { rows } = through
      ? await platform.sql.query(
          `select to_jsonb(t) as row from ${table} t where ${personColumn} in (select id from ${through} where member_id = $1) order by 1::text`,
          [memberId],
        )
      : await platform.sql.query(`select to_jsonb(t) as row from ${table} t where ${personColumn} = $1 order by t.id`, [
          memberId,
        ]);
    found[table] = rows;
  }
  return found;
}

describe('everything about one person', () => {
  test('is in the export: every registered column of every table, opened, also of modules switched off', async () => {
    const { memberId, canaries, self } = await knownPerson();
    const before = await platform.sql.query(`select count(*)::int as n from audit_records where verb = 'READ'`);
    const content = await exported(self, memberId);
    const missing = definitions
      .filter(({ table }) => !NOT_OF_MEMBERS.has(table))
      .flatMap(({ table, columns }) => {
        const rows = content.tables.filter((entry) => entry.table === table).flatMap((entry) => entry.rows);
        if (rows.length === 0) return [`${table} without a row`];
        return Object.keys(columns)
          .filter((column) => !(column in rows[0]!))
          .map((column) => `${table}.${column}`);
      });
    expect(missing).toEqual([]);
    const text = JSON.stringify(content);
    expect([...canaries.texts].filter((canary) => !text.includes(canary))).toEqual([]);
    expect(text).not.toContain('\\\\x');
    expect(content.tables.some(({ module }) => module === 'reading-circle')).toBe(true);
    const after = await platform.sql.query(`select count(*)::int as n from audit_records where verb = 'READ'`);
    expect(after.rows[0].n - before.rows[0].n).toBe(1);
    covered(
      'columns of persons in an export',
      definitions.reduce((sum, { columns }) => sum + Object.keys(columns).length, 0),
    );
  });

  test('is for the person and for who holds the permission there, and an officer’s export is told to the person', async () => {
    const { memberId, self } = await knownPerson();
    const id = toGlobalId('Member', memberId);
    const other = await knownPerson();
    for (const [client, code] of [
      [other.self, 'FORBIDDEN'],
      [await platform.as(DISTRICT, 'organizer', { organizationId: town.hub }), 'FORBIDDEN'],
      [await platform.as(DISTRICT, 'auditor'), 'FORBIDDEN'],
      [platform.anonymous, 'UNAUTHENTICATED'],
    ] as const) {
      expect((await client.failed(EXPORT, { id })).extensions.code).toBe(code);
    }
    const administrator = await platform.as(DISTRICT, 'administrator');
    const disclosed = async () =>
      (await self.query(`{ viewer { member { disclosures(first: 100) { nodes { kind } } } } }`)).viewer.member
        .disclosures.nodes;
    const before = (await disclosed()).length;
    await exported(administrator, memberId);
    expect((await disclosed())[0]).toEqual({ kind: 'EXPORT' });
    await exported(self, memberId);
    expect(await disclosed()).toHaveLength(before + 1);
  });
});

describe('after an erasure', () => {
  test('nothing of the person is left in any table, and every other person’s rows are as they were', async () => {
    const gone = await knownPerson();
    const stays = await knownPerson();
    expect((await tablesWith(platform.sql, gone.canaries.texts)).length).toBeGreaterThan(3);
    const [rows, content] = [await rowsOfPerson(stays.memberId), (await exported(stays.self, stays.memberId)).tables];
    await erased(gone.memberId);
    expect(await tablesWith(platform.sql, gone.canaries.texts)).toEqual([]);
    expect(await rowsOfPerson(stays.memberId)).toEqual(rows);
    expect((await exported(stays.self, stays.memberId)).tables).toEqual(content);
    const keys = await platform.sql.query('select 1 from person_keys where person_id = $1', [gone.memberId]);
    expect(keys.rows).toEqual([]);
    covered('tables that an erasure reached', gone.canaries.tables.size);
  });

  test('the person’s account opens nothing, and the row that ledgers rest on shows stars', async () => {
    const { memberId, self } = await knownPerson();
    await erased(memberId);
    passTrust();
    expect((await self.failed(`{ viewer { name } }`)).extensions.code).toBe('UNAUTHENTICATED');
    const administrator = await platform.as(DISTRICT, 'administrator');
    const { member } = await administrator.query(
      `query ($id: ID!) { member(id: $id) { name phone nationalId memberships(first: 1) { totalCount } } }`,
      { id: toGlobalId('Member', memberId) },
    );
    expect(member).toMatchObject({ name: '（已删除）', memberships: { totalCount: 1 } });
    expect(`${member.phone}${member.nationalId}`).toMatch(/^\**$/);
  });

  test('a copy of the sealed values from before cannot be opened any more', async () => {
    const { memberId } = await knownPerson();
    const { rows } = await platform.sql.query('select phone_sealed from members where id = $1', [memberId]);
    await erased(memberId);
    const place = { table: 'members', column: 'phone_sealed', rowId: memberId, personId: memberId };
    const opened = await platform.acting(DISTRICT, (ctx) => ctx.kernel.vault.open(ctx, place, rows[0].phone_sealed));
    expect(opened).toBeNull();
  });

  test('a column that nobody registered is noticed', async () => {
    const { memberId, canaries } = await knownPerson();
    await platform.sql.query('alter table memberships add column planted text');
    try {
      const [name] = canaries.texts;
      await platform.sql.query('update memberships set planted = $2 where member_id = $1', [memberId, name]);
      await erased(memberId);
      expect(await tablesWith(platform.sql, canaries.texts)).toEqual(['public.memberships']);
    } finally {
      await platform.sql.query('alter table memberships drop column planted');
    }
  });
});
