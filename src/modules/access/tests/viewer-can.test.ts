import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import type { Client } from '../../../testing/client.js';
import { covered } from '../../../../tests/support/coverage.js';
import { type Platform, startPlatform } from '../../../testing/platform.js';
import { toGlobalId } from '../../../kernel/index.js';

const BAOSHAN = '310113';
const YANGPU = '310110';
const CAN = 'query ($permission: String!, $on: ID) { viewer { can(permission: $permission, on: $on) } }';

let platform: Platform;
/** Two unions with members, neither below the other. */
let own: string;
let foreign: string;
let chair: Client;

beforeAll(async () => {
  platform = await startPlatform({ template: 'demo', workers: 0 });
  const { rows } = await platform.sql.query(
    `select m.organization_id as id from members m join districts d on d.id = m.district_id and d.code = $1
     join organizations o on o.id = m.organization_id
     where m.status = 'ACTIVE' and not exists (select from organizations child where child.parent_id = o.id)
     group by m.organization_id order by m.organization_id limit 2`,
    [BAOSHAN],
  );
  [own, foreign] = rows.map(({ id }) => id) as [string, string];
  chair = await platform.as(BAOSHAN, 'chair', { organizationId: own });
});
afterAll(() => platform.close());

async function can(client: Client, permission: string, on: string | null): Promise<boolean> {
  return (await client.query(CAN, { permission, on })).viewer.can;
}

async function memberOf(organization: string): Promise<string> {
  const { rows } = await platform.sql.query('select id from members where organization_id = $1 limit 1', [
    organization,
  ]);
  return toGlobalId('Member', rows[0].id);
}

describe('viewer.can', () => {
  test('says yes where the role reaches and no elsewhere, for bodies and for people alike', async () => {
    expect(await can(chair, 'unit:manage', toGlobalId('Organization', own))).toBe(true);
    expect(await can(chair, 'unit:manage', toGlobalId('Organization', foreign))).toBe(false);
    expect(await can(chair, 'member:read', await memberOf(own))).toBe(true);
    expect(await can(chair, 'membership:end', await memberOf(own))).toBe(true);
    expect(await can(chair, 'membership:end', await memberOf(foreign))).toBe(false);
  });

  test('says no for a permission that the caller has nowhere, also on what they see', async () => {
    expect(await can(chair, 'organization:create', toGlobalId('Organization', own))).toBe(false);
    expect(await can(chair, 'access:read', null)).toBe(false);
  });

  test('says no for a permission that nobody declares, and for an empty one', async () => {
    const administrator = await platform.as(BAOSHAN, 'administrator');
    for (const permission of ['nobody:declares', '', 'toString', '__proto__']) {
      expect(await can(administrator, permission, null)).toBe(false);
      expect(await can(administrator, permission, toGlobalId('Organization', own))).toBe(false);
    }
  });

  test('answers the same for what is in another district, not there, or no id at all', async () => {
    const administrator = await platform.as(BAOSHAN, 'administrator');
    const { id } = await platform.district(YANGPU);
    const kinds = platform.registry.plugins.flatMap((plugin) => Object.entries(plugin.nodes ?? {}));
    for (const [type, { table }] of kinds) {
      const { rows } = await platform.sql.query(`select id from ${table} where district_id = $1 limit 1`, [id]);
      const ids = [...rows.map((row) => String(row.id)), uuidv7()];
      for (const uuid of ids.filter((found) => found.length === 36)) {
        expect(await can(administrator, 'organization:read', toGlobalId(type, uuid))).toBe(false);
      }
    }
    expect(await can(administrator, 'organization:read', 'no id')).toBe(false);
    covered('types of node that viewer.can was asked about', kinds.length);
  });

  test('answers for many objects with a bounded number of statements', async () => {
    const { rows } = await platform.sql.query(
      `select m.id from members m join districts d on d.id = m.district_id and d.code = $1 limit 30`,
      [BAOSHAN],
    );
    const ask = (count: number) =>
      platform.wire.count(async () => {
        const asked = rows
          .slice(0, count)
          .map(({ id }, at) => `c${at}: can(permission: "member:read", on: "${toGlobalId('Member', id)}")`);
        await chair.query(`{ viewer { ${asked.join(' ')} } }`);
      });
    // One of them may fall on the moment in which roles or modules are read again.
    const fewest = async (count: number) => Math.min(await ask(count), await ask(count), await ask(count));
    expect(await fewest(30)).toBe(await fewest(1));
  });
});
