import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import type { Client } from '../../../testing/client.js';
import { type Platform, startPlatform } from '../../../testing/platform.js';
import { createAccount, loadPrincipal } from '../index.js';
import { ADMINISTRATORS } from '../roles.js';
import { accountOf, change, newAccount } from './administration.js';

const BAOSHAN = '310113';
const YANGPU = '310110';
const PAIRS = [...ADMINISTRATORS].flatMap((one) =>
  [...ADMINISTRATORS].filter((other) => other !== one).map((other) => [one, other] as const),
);

let platform: Platform;
let administrator: Client;
let security: Client;
let auditor: Client;

beforeAll(async () => {
  platform = await startPlatform({ workers: 0 });
  administrator = await platform.as(BAOSHAN, 'administrator');
  security = await platform.as(BAOSHAN, 'security-administrator');
  auditor = await platform.as(BAOSHAN, 'auditor');
});
afterAll(() => platform.close());

/** Writes an assignment past every service, as a fault in one of them would. */
async function writeAssignment(account: string, role: string, since: string, until: string | null): Promise<void> {
  await platform.acting(BAOSHAN, (ctx) =>
    ctx.transaction((tx) =>
      tx.sql
        .insertInto('role_assignments')
        .values({ id: uuidv7(), principal_id: account, role, since, until })
        .execute(),
    ),
  );
}

/** The local id of a new account. */
async function bareAccount(subject: string): Promise<string> {
  const id = uuidv7();
  const { id: district } = await platform.district(BAOSHAN);
  await platform.sql.query('insert into principals (district_id, id, subject, name) values ($1, $2, $3, $3)', [
    district,
    id,
    subject,
  ]);
  return id;
}

describe('system, security and audit administrator', () => {
  test.each(PAIRS)('%s and %s are never given to one account', async (one, other) => {
    const accountId = await newAccount(administrator);
    expect((await change(security, 'grantRole', { accountId, role: one })).codes).toEqual([]);
    expect((await change(security, 'grantRole', { accountId, role: other })).codes).toEqual(['ROLE_EXCLUDED']);
    const later = { accountId, role: other, since: '2998-01-01' };
    expect((await change(security, 'grantRole', later)).codes).toEqual(['ROLE_EXCLUDED']);
  });

  test.each(PAIRS)('the table itself refuses %s beside %s, unless their days are apart', async (one, other) => {
    const account = await bareAccount(`planted:${one}+${other}`);
    await writeAssignment(account, one, '2026-01-01', '2026-06-01');
    await writeAssignment(account, other, '2026-06-01', null);
    await expect(writeAssignment(account, one, '2026-07-01', null)).rejects.toMatchObject({ message: 'CONFLICT' });
    const widen = `update role_assignments set until = '2026-06-02' where principal_id = $1 and role = $2`;
    await expect(platform.sql.query(widen, [account, one])).rejects.toThrow('exclude each other');
  });

  test('an ordinary role stands beside each of them', async () => {
    const account = await bareAccount('planted:ordinary');
    await writeAssignment(account, 'administrator', '2026-01-01', null);
    await writeAssignment(account, 'front-end', '2026-01-01', null);
  });

  test('two of them given at the same moment: one is refused', async () => {
    const outcomes: string[][] = [];
    for (let round = 0; round < 10; round += 1) {
      const accountId = await newAccount(administrator);
      const answers = await Promise.all(
        ['administrator', 'auditor'].map((role) => change(security, 'grantRole', { accountId, role })),
      );
      outcomes.push(answers.flatMap(({ codes }) => codes));
    }
    expect(outcomes).toEqual(outcomes.map(() => ['ROLE_EXCLUDED']));
  });

  test('two of them written at the same moment, past the services: one is refused', async () => {
    const account = await bareAccount('planted:race');
    const outcomes = await Promise.allSettled(
      [...ADMINISTRATORS].map((role) => writeAssignment(account, role, '2026-01-01', null)),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('without the trigger the table would take both, so the tests above look at it', async () => {
    const account = await bareAccount('planted:no-trigger');
    await platform.sql.query('alter table role_assignments disable trigger administrators_apart');
    try {
      await writeAssignment(account, 'administrator', '2026-01-01', null);
      await writeAssignment(account, 'auditor', '2026-01-01', null);
    } finally {
      await platform.sql.query('alter table role_assignments enable trigger administrators_apart');
    }
    // Whoever has come to two all the same holds neither; ending one of them is possible, and cures it.
    expect(await permissionsOf('planted:no-trigger')).toEqual([]);
    await platform.sql.query(
      `update role_assignments set until = '2026-01-02' where principal_id = $1 and role = 'auditor'`,
      [account],
    );
    expect(await permissionsOf('planted:no-trigger')).toContain('access:manage');
  });

  test('a group of the provider makes nobody a second administrator, and nobody one of the level above', async () => {
    const subject = 'planted:grouped';
    await writeAssignment(await bareAccount(subject), 'administrator', '2026-01-01', null);
    expect(await permissionsOf(subject, [{ role: 'auditor', organizationId: null }])).toEqual([]);
    expect(await permissionsOf(subject, [{ role: 'city', organizationId: null }])).not.toContain('district:list');
    expect(await permissionsOf(subject, [{ role: 'front-end', organizationId: null }])).toContain('access:manage');
  });
});

async function permissionsOf(subject: string, extraRoles: { role: string; organizationId: string | null }[] = []) {
  const principal = await platform.acting(BAOSHAN, (ctx) =>
    loadPrincipal(ctx, subject, { secondFactor: true, extraRoles, withoutRoles: true }),
  );
  return principal!.grants.flatMap(({ permissions }) => [...permissions]);
}

describe('appointing the three', () => {
  test.each([...ADMINISTRATORS])('only a security administrator gives and takes %s', async (role) => {
    const accountId = await newAccount(administrator);
    expect((await change(administrator, 'grantRole', { accountId, role })).codes).toEqual(['FORBIDDEN']);
    const { roles } = await accountOf(auditor, role);
    const taken = await change(administrator, 'revokeRole', { assignmentId: roles[0]!.id });
    expect(taken.codes).toEqual(['FORBIDDEN']);
    const { id, version } = await accountOf(auditor, role);
    const stopped = await change(administrator, 'suspendAccount', {
      accountId: id,
      suspended: true,
      expectedVersion: version,
    });
    expect(stopped.codes).toEqual(['FORBIDDEN']);
  });

  test('a security administrator gives no ordinary role', async () => {
    const accountId = await newAccount(security);
    expect((await change(security, 'grantRole', { accountId, role: 'front-end' })).codes).toEqual(['FORBIDDEN']);
  });

  test('an auditor gives none', async () => {
    const accountId = await newAccount(administrator);
    expect((await change(auditor, 'grantRole', { accountId, role: 'front-end' })).codes).toEqual(['FORBIDDEN']);
  });

  test('the operator appoints a district’s first one, which the audit shows; a second role of the three is refused', async () => {
    const wanted = { subject: 'operator:first', name: '首任', role: 'security-administrator' };
    expect(await platform.acting(BAOSHAN, (ctx) => createAccount(ctx, wanted))).toBe(true);
    const again = platform.acting(BAOSHAN, (ctx) => createAccount(ctx, { ...wanted, role: 'auditor' }));
    await expect(again).rejects.toThrow('ROLE_EXCLUDED');
    const city = { ...wanted, subject: 'operator:city', role: 'city' };
    expect(await platform.acting(BAOSHAN, (ctx) => createAccount(ctx, city))).toBe(true);
    const { rows } = await platform.sql.query(
      `select verb from audit_records where entity = 'RoleAssignment' and changes::text like '%security-administrator%'`,
    );
    expect(rows.length).toBeGreaterThan(0);
  });
});

/** In a district where nobody has been appointed by the tests above. */
describe('granting', () => {
  let administrator: Client;
  let security: Client;
  let auditor: Client;

  beforeAll(async () => {
    administrator = await platform.as(YANGPU, 'administrator');
    security = await platform.as(YANGPU, 'security-administrator');
    auditor = await platform.as(YANGPU, 'auditor');
    await platform.as(YANGPU, 'city');
  });

  describe('roles of the level above', () => {
    test.each(['administrator', 'security-administrator'])(
      'a district’s %s can neither give, nor revoke, nor suspend them',
      async (role) => {
        const client = await platform.as(YANGPU, role);
        const city = await accountOf(auditor, 'city');
        const accountId = await newAccount(client);
        const refused = ['ROLE_NOT_GIVEN_HERE'];
        expect((await change(client, 'grantRole', { accountId, role: 'city' })).codes).toEqual(refused);
        expect((await change(client, 'revokeRole', { assignmentId: city.roles[0]!.id })).codes).toEqual(refused);
        const suspension = { accountId: city.id, suspended: true, expectedVersion: city.version };
        expect((await change(client, 'suspendAccount', suspension)).codes).toEqual(refused);
      },
    );
  });

  describe('the last administrator', () => {
    test.each(['administrator', 'security-administrator'])(
      'who is %s stays, also when another one is there only until a day that is known already',
      async (role) => {
        const accountId = await newAccount(administrator);
        const appointed = await change(security, 'grantRole', { accountId, role, until: '2999-01-01' });
        expect(appointed.codes).toEqual([]);
        const last = await accountOf(auditor, role);
        const revoked = await change(security, 'revokeRole', { assignmentId: last.roles[0]!.id });
        expect(revoked.codes).toEqual(['ACCOUNT_LAST_ADMINISTRATOR']);
        const suspension = { accountId: last.id, suspended: true, expectedVersion: last.version };
        expect((await change(security, 'suspendAccount', suspension)).codes).toEqual(['ACCOUNT_LAST_ADMINISTRATOR']);
      },
    );
  });

  test('nobody is given a role for days that are over', async () => {
    const accountId = await newAccount(administrator);
    const past = { accountId, role: 'front-end', since: '2020-01-01', until: '2999-01-01' };
    expect((await change(administrator, 'grantRole', past)).codes).toEqual(['INVALID_VALUE']);
  });

  describe('nobody gives a role to themself', () => {
    test('not an ordinary one, and not one of the three', async () => {
      const own = await accountOf(auditor, 'administrator');
      const front = { accountId: own.id, role: 'front-end' };
      expect((await change(administrator, 'grantRole', front)).codes).toEqual(['ROLE_TO_ONESELF']);
      const guard = await accountOf(auditor, 'security-administrator');
      const audit = { accountId: guard.id, role: 'auditor' };
      expect((await change(security, 'grantRole', audit)).codes).toEqual(['ROLE_TO_ONESELF']);
    });
  });

  test('the history of a role assignment is found by its own id and by its account’s', async () => {
    const own = await accountOf(auditor, 'administrator');
    const ask = 'query ($id: ID!) { history(nodeId: $id, first: 10) { nodes { entity verb } } }';
    const created = { entity: 'RoleAssignment', verb: 'CREATE' };
    expect((await auditor.query(ask, { id: own.roles[0]!.id })).history.nodes).toEqual([created]);
    expect((await auditor.query(ask, { id: own.id })).history.nodes).toContainEqual(created);
  });
});
