import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../../../testing/client.js';
import { type Platform, startPlatform } from '../../../testing/platform.js';
import { passTime } from '../../../../tests/support/shifted-clock.js';
import { accountOf, change } from './administration.js';

const BAOSHAN = '310113';
const YANGPU = '310110';
/** What is promised at most; roles are in fact believed for five seconds. */
const PROMISED_MS = 60_000;

let platform: Platform;
let administrator: Client;

beforeAll(async () => {
  platform = await startPlatform({ workers: 0 });
  administrator = await platform.as(BAOSHAN, 'administrator');
  await platform.as(BAOSHAN, 'security-administrator');
});
afterAll(() => platform.close());

const ASKED = '{ organizations(first: 1) { totalCount } }';

/** Milliseconds until the caller is refused with this code; fails when that takes longer than promised. */
async function refusedWithin(client: Client, code: string, limit: number, from = Date.now()): Promise<number> {
  while (Date.now() - from < limit) {
    const { errors } = await client.send(ASKED);
    if (errors[0]?.extensions.code === code) return Date.now() - from;
    passTime(500);
  }
  throw new Error(`still let in after ${limit} ms`);
}

describe('within sixty seconds, with the same token and while it is in use', () => {
  test('a suspended account and one stripped of its only role stop, and a narrowed own role narrows', async () => {
    const suspended = await platform.as(BAOSHAN, 'front-end');
    const created = { titleZh: '临时', titleEn: 'Passing', scope: 'DISTRICT', permissions: ['organization:read'] };
    await change(administrator, 'createRole', { ...created, code: 'own-passing' });
    await change(administrator, 'createRole', { ...created, code: 'own-narrowed' });
    const stripped = await platform.as(BAOSHAN, 'own-passing');
    const narrowed = await platform.as(BAOSHAN, 'own-narrowed');
    const untouched = await platform.as(YANGPU, 'front-end');
    const all = [suspended, stripped, narrowed, untouched];
    for (const client of all) await client.query(ASKED);

    const { id, version } = await accountOf(administrator, 'front-end');
    const suspension = { accountId: id, suspended: true, expectedVersion: version };
    expect((await change(administrator, 'suspendAccount', suspension)).codes).toEqual([]);
    const { roles } = await accountOf(administrator, 'own-passing');
    expect((await change(administrator, 'revokeRole', { assignmentId: roles[0]!.id })).codes).toEqual([]);
    const { districtRoles } = await administrator.query('{ districtRoles(first: 9) { nodes { id code version } } }');
    const row = districtRoles.nodes.find(({ code }: { code: string }) => code === 'own-narrowed');
    const narrower = { roleId: row.id, permissions: [], expectedVersion: row.version };
    expect((await change(administrator, 'changeRole', narrower)).codes).toEqual([]);

    const from = Date.now();
    const delays = [
      await refusedWithin(suspended, 'UNAUTHENTICATED', PROMISED_MS, from),
      await refusedWithin(stripped, 'UNAUTHENTICATED', PROMISED_MS, from),
      await refusedWithin(narrowed, 'FORBIDDEN', PROMISED_MS, from),
    ];
    expect(Math.max(...delays)).toBeLessThan(PROMISED_MS);
    await untouched.query(ASKED);
  });

  test('a caller who goes on being let in would be noticed', async () => {
    const going = await platform.as(YANGPU, 'front-end');
    await expect(refusedWithin(going, 'UNAUTHENTICATED', 10_000)).rejects.toThrow('still let in');
  });
});
