import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { toGlobalId } from '../../../kernel/index.js';
import { BAOSHAN, BIND, Binding, INVITE, ME, type Person } from './newcomers.js';

const UNBIND =
  'mutation ($input: UnbindPersonInput!) { unbindPerson(input: $input) { accountId userErrors { code } } }';

let binding: Binding;
beforeAll(async () => {
  binding = await Binding.start();
});
afterAll(() => binding?.close());

describe('an account is bound to a person', () => {
  test('by identity number and phone, or by a code from the union, and is a member’s from then on', async () => {
    const [anna, bert] = [await binding.member(), await binding.member()];
    const [hers, his] = [await binding.newcomer(), await binding.newcomer()];
    const bound = await hers.mutate(BIND, { input: { identity: anna.identity } });
    expect(bound.memberId).toBe(toGlobalId('Member', anna.id));
    const typed = (await binding.invited(bert)).toLowerCase().replaceAll('-', ' ');
    await his.mutate(BIND, { input: { invitationCode: typed } });
    const [{ name, roles, member: own }, other] = await Promise.all([hers.settled(), his.settled()]);
    expect([name, roles, own.id]).toEqual([anna.name, [{ code: 'member' }], toGlobalId('Member', anna.id)]);
    expect(other.member.id).toBe(toGlobalId('Member', bert.id));
  });

  test('once: neither the account nor the person nor the code serves a second time', async () => {
    const [carl, dora] = [await binding.member(), await binding.member()];
    const [first, second] = [await binding.newcomer(), await binding.newcomer()];
    const code = await binding.invited(carl);
    await first.mutate(BIND, { input: { invitationCode: code } });
    expect(await first.codes({ identity: dora.identity })).toEqual(['ACCOUNT_ALREADY_BOUND']);
    expect(await second.codes({ identity: carl.identity })).toEqual(['PERSON_NOT_CONFIRMED']);
    expect(await second.codes({ invitationCode: code })).toEqual(['PERSON_NOT_CONFIRMED']);
    const again = await binding.administrator.refused(INVITE, { input: { memberId: toGlobalId('Member', carl.id) } });
    expect(again[0]!.code).toBe('PERSON_ALREADY_BOUND');
  });

  test('by one of several that try at once', async () => {
    const person = await binding.member();
    const rivals = await Promise.all([...Array(6)].map(() => binding.newcomer()));
    const answers = await Promise.all(rivals.map((rival) => rival.codes({ identity: person.identity })));
    expect(answers.filter((errors) => errors.length === 0)).toHaveLength(1);
    const { rows } = await binding.sql.query('select count(*)::int as n from principals where member_id = $1', [
      person.id,
    ]);
    expect(rows[0].n).toBe(1);
    // The planted fault: a second account put in beside all services. The database itself refuses it.
    const planted = binding.sql.query(
      `insert into principals (district_id, id, subject, name, member_id, status)
       select district_id, gen_random_uuid(), 'planted', 'x', member_id, 'SUSPENDED' from principals where member_id = $1`,
      [person.id],
    );
    await expect(planted).rejects.toThrow(/principals_one_per_person/);
  });

  test('not by a code that has expired, or that a newer one has replaced', async () => {
    const person = await binding.member();
    const client = await binding.newcomer();
    const older = await binding.invited(person);
    const newer = await binding.invited(person);
    expect(await client.codes({ invitationCode: older })).toEqual(['PERSON_NOT_CONFIRMED']);
    await binding.sql.query(`update member_invitations set expires_at = now() where member_id = $1`, [person.id]);
    expect(await client.codes({ invitationCode: newer })).toEqual(['PERSON_NOT_CONFIRMED']);
    const { rows } = await binding.sql.query(
      `select i::text from member_invitations i union all select r::text from audit_records r where entity = 'MemberInvitation'`,
    );
    for (const code of [older, newer, older.replaceAll('-', '')]) expect(JSON.stringify(rows)).not.toContain(code);
  });

  test('and only somebody whose place is above the member’s union invites', async () => {
    const person = await binding.member();
    const input = { memberId: toGlobalId('Member', person.id) };
    const { rows } = await binding.sql.query(
      `select o.id from organizations o join districts d on d.id = o.district_id
       where d.code = $1 and o.type = 'SERVICE' and o.status = 'FOUNDED' and o.id <> $2 order by o.id limit 1`,
      [BAOSHAN, binding.organizationId],
    );
    const stranger = await binding.signing.platform.as(BAOSHAN, 'chair', { organizationId: rows[0].id });
    expect((await stranger.refused(INVITE, { input }))[0]!.code).toBe('NOT_FOUND');
    const chair = await binding.signing.platform.as(BAOSHAN, 'chair', { organizationId: binding.organizationId });
    expect(await binding.invited(person, chair)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    const auditor = await binding.signing.platform.as(BAOSHAN, 'auditor');
    expect((await auditor.refused(INVITE, { input }))[0]!.code).toBe('FORBIDDEN');
  });

  test('not by a code of one’s own making', async () => {
    const person = await binding.member();
    const chair = await binding.newcomer();
    await chair.query(ME);
    await binding.sql.query(
      `insert into role_assignments (district_id, id, principal_id, role, organization_id, since)
       select district_id, gen_random_uuid(), id, 'chair', $2, '2026-01-01' from principals where subject = $1`,
      [chair.subject, binding.organizationId],
    );
    await chair.settled();
    const code = await binding.invited(person, chair);
    expect(await chair.codes({ invitationCode: code })).toEqual(['PERSON_NOT_CONFIRMED']);
    expect(await (await binding.newcomer()).codes({ invitationCode: code })).toEqual([]);
  });

  test('and a code that is still about then opens nothing more, not even when the binding is undone', async () => {
    const person = await binding.member();
    const [client, thief] = [await binding.newcomer(), await binding.newcomer()];
    const code = await binding.invited(person);
    await client.mutate(BIND, { input: { identity: person.identity } });
    await client.mutate(UNBIND, { input: { reason: 'another account' } });
    expect(await thief.codes({ invitationCode: code })).toEqual(['PERSON_NOT_CONFIRMED']);
  });

  test('by exactly one of the two ways: none, both and null are refused, as literal and as variable, time and again', async () => {
    const client = await binding.newcomer();
    const { identity } = await binding.member();
    const wrong = [{}, { identity, invitationCode: 'x' }, { identity: null }, { identity, invitationCode: null }];
    for (let time = 0; time < 3; time += 1) {
      for (const input of wrong) expect([input, (await client.send(BIND, { input })).status]).toEqual([input, 400]);
      for (const literal of ['{}', '{ invitationCode: null }', '{ invitationCode: "x", identity: null }']) {
        const operation = `mutation { bindPerson(input: ${literal}) { memberId } }`;
        expect([literal, (await client.send(operation)).status]).toEqual([literal, 400]);
      }
    }
    expect(await binding.triesOf(client)).toBe(0);
  });
});

describe('a binding is undone', () => {
  test('by the person or by an administrator, and the trace says who and why', async () => {
    const [eva, finn] = [await binding.member(), await binding.member()];
    const [hers, his] = [await binding.newcomer(), await binding.newcomer()];
    await hers.mutate(BIND, { input: { identity: eva.identity } });
    await his.mutate(BIND, { input: { identity: finn.identity } });
    const { rows: accounts } = await binding.sql.query(
      'select id, member_id from principals where member_id = any($1)',
      [[eva.id, finn.id]],
    );
    const accountOf = (person: Person) => toGlobalId('Account', accounts.find((row) => row.member_id === person.id).id);
    const stranger = { input: { accountId: accountOf(eva), reason: 'I should like to' } };
    expect((await his.refused(UNBIND, stranger))[0]!.code).toBe('FORBIDDEN');
    await hers.mutate(UNBIND, { input: { reason: 'the wrong account' } });
    await binding.administrator.mutate(UNBIND, { input: { accountId: accountOf(finn), reason: 'on request' } });
    expect((await hers.refused(UNBIND, { input: { reason: 'again' } }))[0]!.code).toBe('ACCOUNT_NOT_BOUND');
    const { rows } = await binding.sql.query(
      `select b.reason, b.ended_by = b.principal_id as own, b.ended_at is not null as ended,
              (select count(*)::int from audit_records r where r.action = 'unbindPerson' and r.node_id = b.principal_id) as records
       from person_bindings b where member_id = any($1) order by reason`,
      [[eva.id, finn.id]],
    );
    expect(rows).toEqual([
      { reason: 'on request', own: false, ended: true, records: expect.any(Number) },
      { reason: 'the wrong account', own: true, ended: true, records: expect.any(Number) },
    ]);
    for (const { records } of rows) expect(records).toBeGreaterThanOrEqual(3);
    expect(await hers.settled()).toMatchObject({ roles: [], member: null });
    await (await binding.newcomer()).mutate(BIND, { input: { identity: eva.identity } });
  });

  test('and leaves neither the person’s name nor any role of a person with the account', async () => {
    const [wrong, right] = [await binding.member(), await binding.member()];
    const client = await binding.newcomer();
    await client.mutate(BIND, { input: { identity: wrong.identity } });
    const own = { code: 'own-self', titleZh: '自定', titleEn: 'Own', scope: 'SELF', permissions: [] };
    await binding.administrator.mutate(
      'mutation ($input: CreateRoleInput!) { createRole(input: $input) { userErrors { code } } }',
      { input: own },
    );
    await binding.sql.query(
      `insert into role_assignments (district_id, id, principal_id, role, since)
       select district_id, gen_random_uuid(), id, 'own-self', '2026-01-01' from principals where subject = $1`,
      [client.subject],
    );
    await client.mutate(UNBIND, { input: { reason: 'the wrong person' } });
    const { rows } = await binding.sql.query(
      `select p.name, (select count(*)::int from role_assignments r where r.principal_id = p.id and r.until is null) as roles
       from principals p where subject = $1`,
      [client.subject],
    );
    expect(rows).toEqual([{ name: '（未绑定）', roles: 0 }]);
    await client.mutate(BIND, { input: { identity: right.identity } });
    expect(await client.settled()).toMatchObject({ name: right.name, roles: [{ code: 'member' }] });
  });

  test('and a name that staff go by stays theirs', async () => {
    const person = await binding.member();
    const client = await binding.newcomer();
    await client.query(ME);
    await binding.sql.query(`update principals set name = '王主席' where subject = $1`, [client.subject]);
    await client.mutate(BIND, { input: { identity: person.identity } });
    await client.mutate(UNBIND, { input: { reason: 'for a while' } });
    expect((await client.settled()).name).toBe('王主席');
  });
});

test('accounts of yesterday that hold one person are parted: the active one stays, the others are on record', async () => {
  const { sql } = binding.signing.platform;
  const { id: person } = await binding.member();
  const { id: districtId } = await binding.signing.platform.district(BAOSHAN);
  await sql.query('drop index principals_one_per_person');
  for (const [subject, status] of [
    ['old:a', 'SUSPENDED'],
    ['old:b', 'ACTIVE'],
    ['old:c', 'ACTIVE'],
  ]) {
    await sql.query(
      `insert into principals (district_id, id, subject, name, member_id, status, created_at)
       values ($1, gen_random_uuid(), $2, 'x', $3, $4, clock_timestamp())`,
      [districtId, subject, person, status],
    );
  }
  await sql.query(readFileSync('migrations/access/20261121003100_one_account_per_person.sql', 'utf8'));
  const { rows } = await sql.query(`select subject from principals where member_id = $1`, [person]);
  expect(rows).toEqual([{ subject: 'old:b' }]);
  const { rows: records } = await sql.query(
    `select p.subject, r.changes from audit_records r join principals p on p.id = r.node_id
     where r.action = 'access:one-account-per-person' order by 1`,
  );
  const changes = [{ field: 'memberId', before: person, after: null }];
  expect(records).toEqual([
    { subject: 'old:a', changes },
    { subject: 'old:c', changes },
  ]);
});
