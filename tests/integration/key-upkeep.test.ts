import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openKeyService } from '../../src/kernel/personal-data/key-service.js';
import { PersonVault } from '../../src/kernel/personal-data/person-vault.js';
import { renewPersonKeys } from '../../src/kernel/personal-data/upkeep/renew.js';
import { keysInUse, valuesOfFirstFormat } from '../../src/kernel/personal-data/upkeep/report.js';
import { resealValues } from '../../src/kernel/personal-data/upkeep/reseal.js';
import { rewrapKeys } from '../../src/kernel/personal-data/upkeep/rewrap.js';
import { toGlobalId } from '../../src/kernel/index.js';
import { admitted, formOf, foundTown, somebody, type Town } from '../../src/modules/members/tests/town.js';
import { everyValue } from '../support/every-value.js';
import { FirstFormat } from '../support/first-format.js';
import { Platform } from '../../src/testing/platform.js';

const DISTRICT = '310104';
const home = mkdtempSync(join(tmpdir(), 'lianxin-keys-'));
const people = Array.from({ length: 12 }, () => somebody());
const ids: string[] = [];
let first: FirstFormat;
let platform: Platform;
let town: Town;

beforeAll(async () => {
  first = new FirstFormat(home);
  platform = await Platform.start({ workers: 0, config: { home } });
  town = await platform.acting(DISTRICT, foundTown);
  for (const person of people) {
    const { memberId } = await platform.acting(DISTRICT, (ctx) => admitted(ctx, town.factory, person));
    ids.push(memberId);
  }
});
afterAll(async () => {
  await platform.close();
  rmSync(home, { recursive: true, force: true });
});

/** The vault of another process, such as the command line: nothing remembered. */
async function fresh(): Promise<PersonVault> {
  const { registry, orm } = platform.app.kernel;
  return new PersonVault(registry, orm, await openKeyService(home), home);
}

/** Everything sealed opens, and says what was sealed. */
async function expectAllOpen(): Promise<void> {
  const { opened, failed } = await everyValue(platform, await fresh());
  expect(failed).toEqual([]);
  const values = new Set(opened);
  for (const { nationalId, phone } of people) expect([values.has(nationalId), values.has(phone)]).toEqual([true, true]);
}

async function age(table: string, column: string): Promise<void> {
  await platform.sql.query(`update ${table} set ${column} = ${column} - interval '1 hour'`);
}

describe('values of the first format', () => {
  test('open in the graph, are found by their indexes, and are counted', async () => {
    for (const [index, id] of ids.entries()) {
      await first.restore(platform.sql, id, people[index]!.nationalId, people[index]!.phone);
    }
    const administrator = await platform.as(DISTRICT, 'administrator');
    const { member } = await administrator.query('query M($id: ID!) { member(id: $id) { nationalId phone } }', {
      id: toGlobalId('Member', ids[0]!),
    });
    const { nationalId, phone } = people[0]!;
    expect(member.nationalId).toBe(`${nationalId.slice(0, 4)}***********${nationalId.slice(15)}`);
    expect(member.phone).toBe(`${phone.slice(0, 3)}****${phone.slice(7)}`);
    const again = await administrator.refused(
      'mutation A($input: ApplyForMembershipInput!) { applyForMembership(input: $input) { userErrors { code } } }',
      { input: formOf(people[0]!, town.school) },
    );
    expect(again.map(({ code }) => code)).toEqual(['MEMBERSHIP_PRIMARY_EXISTS']);
    const left = await valuesOfFirstFormat(platform.app.kernel, (await fresh()).columns);
    expect(left.map(({ column, values }) => `${column} ${values}`).sort()).toEqual([
      'members.national_id_sealed 12',
      'members.phone_sealed 12',
      'membership_applications.phone_sealed 12',
    ]);
    await expectAllOpen();
  });

  test('moved to another row they do not open, which is reported and changes nothing', async () => {
    const sealedOf = async (id: string) =>
      (await platform.sql.query('select phone_sealed from members where id = $1', [id])).rows[0].phone_sealed as Buffer;
    const own = await sealedOf(ids[0]!);
    const put = (value: Buffer) =>
      platform.sql.query('update members set phone_sealed = $2 where id = $1', [ids[0], value]);
    const foreign = await sealedOf(ids[1]!);
    await put(foreign);
    try {
      const { damaged } = await resealValues(platform.app.kernel, await fresh());
      expect(damaged).toEqual([`members.phone_sealed ${ids[0]}`]);
      expect(await sealedOf(ids[0]!)).toEqual(foreign);
    } finally {
      await put(own);
    }
  });

  test('are sealed anew by reseal, after which nothing needs their key, and the indexes stay valid', async () => {
    const { damaged, valuesLeft } = await resealValues(platform.app.kernel, await fresh());
    expect({ damaged, valuesLeft }).toEqual({ damaged: [], valuesLeft: 0 });
    expect(await valuesOfFirstFormat(platform.app.kernel, (await fresh()).columns)).toEqual([]);
    rmSync(join(home, 'keys/sealing.key'));
    await expectAllOpen();
    const district = await platform.district(DISTRICT);
    for (const name of ['phone', 'national_id']) {
      const vault = await fresh();
      const index = await platform.acting(DISTRICT, (ctx) => vault.blindIndex(ctx, name, '310113198001011234'));
      expect(index).toEqual(first.index(district.id, name, '310113198001011234'));
    }
  });
});

describe('rotation', () => {
  test('brings every key under the new version of the ring, and nothing under an old one is left', async () => {
    const current = await (await openKeyService(home)).rotate();
    const before = await keysInUse(platform.app.kernel);
    expect(before.some(({ ringKey }) => ringKey === current)).toBe(false);
    const done = await rewrapKeys(platform.app.kernel, await fresh());
    expect(done).toMatchObject({ personKeys: ids.length, personKeysLeft: 0, removed: 0 });
    const after = await keysInUse(platform.app.kernel);
    expect(new Set(after.map(({ ringKey }) => ringKey))).toEqual(new Set([current]));
    const classes = after.filter(({ purpose, persons }) => purpose === 'identity' && persons > 0);
    expect(classes).toMatchObject([{ district: DISTRICT, version: 2, persons: ids.length }]);
    await expectAllOpen();
  });

  test('removes replaced keys of districts once nobody can remember them', async () => {
    expect(await rewrapKeys(platform.app.kernel, await fresh())).toMatchObject({ dataKeys: 0, removed: 0 });
    await age('data_keys', 'made_at');
    const { removed } = await rewrapKeys(platform.app.kernel, await fresh());
    const districts = (await platform.app.kernel.districts.all()).size;
    expect(removed % districts).toBe(0);
    expect(removed).toBeGreaterThan(0);
    await expectAllOpen();
  });

  test('of persons keeps the old key until everything is sealed anew, and destroys it ten minutes later', async () => {
    expect(await renewPersonKeys(platform.app.kernel, await fresh())).toBe(ids.length);
    await expectAllOpen();
    // A second run leaves alone who has a replaced key already.
    expect(await renewPersonKeys(platform.app.kernel, await fresh())).toBe(0);
    const done = await resealValues(platform.app.kernel, await fresh());
    expect(done).toMatchObject({ values: 3 * ids.length, valuesLeft: 0, keysRemoved: 0 });
    await age('person_keys', 'replaced_at');
    expect(await resealValues(platform.app.kernel, await fresh())).toMatchObject({
      values: 0,
      keysRemoved: ids.length,
    });
    await expectAllOpen();
  });

  test('that lost the key of a person would be noticed', async () => {
    await platform.sql.query(
      `update person_keys set wrapped = substr(wrapped, 1, 30) || '\\x00'::bytea || substr(wrapped, 32)
      where person_id = $1`,
      [ids[3]],
    );
    const { failed } = await everyValue(platform, await fresh());
    expect(failed).toHaveLength(3);
  });
});
