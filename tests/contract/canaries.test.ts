import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { toGlobalId } from '../../src/kernel/index.js';
import { enrolMembers } from '../../src/modules/members/index.js';
import { formOf, foundTown, somebody, type Town } from '../../src/modules/members/tests/town.js';
import type { Client } from '../support/client.js';
import { covered } from '../support/coverage.js';
import { Platform } from '../support/platform.js';
import { tracesIn, tracesInTables, tracesInWal } from '../support/plain-traces.js';

const DISTRICT = '310104';
const APPLY = `mutation A($input: ApplyForMembershipInput!) {
  applyForMembership(input: $input) { application { id } member { id nationalId phone } userErrors { code message path details } } }`;
const DECIDE = `mutation D($input: DecideMembershipApplicationInput!) {
  decideMembershipApplication(input: $input) { member { nationalId phone } userErrors { code message details } } }`;

/** Numbers that nobody else has; whatever of them appears in plain has leaked. */
const people = Array.from({ length: 6 }, () => somebody());
const secrets = people.flatMap(({ nationalId, phone }) => [nationalId, phone]);
const answers: string[] = [];
const log: string[] = [];
const write = process.stderr.write.bind(process.stderr);

let platform: Platform;
let town: Town;
let administrator: Client;
let walSince: string;

beforeAll(async () => {
  platform = await Platform.start({ config: { logLevel: 'debug' } });
  town = await platform.acting(DISTRICT, foundTown);
  administrator = await platform.as(DISTRICT, 'administrator');
  walSince = (await platform.sql.query('select pg_current_wal_lsn()::text as lsn')).rows[0].lsn;
  process.stderr.write = ((text: string | Uint8Array) => {
    log.push(Buffer.from(text).toString());
    return true;
  }) as typeof process.stderr.write;
  try {
    await throughEveryDoor();
  } finally {
    process.stderr.write = write;
  }
});
afterAll(() => platform.close());

async function tell(operation: string, variables: Readonly<Record<string, unknown>>) {
  const answer = await administrator.send(operation, variables);
  answers.push(JSON.stringify(answer));
  return answer.data;
}

/** Numbers come in by an application, a correction, a list, in forms that are refused, and in requests that break. */
async function throughEveryDoor(): Promise<void> {
  const [one, two, three, four, five, six] = people as [Person, Person, Person, Person, Person, Person];
  const { applyForMembership: applied } = await tell(APPLY, { input: formOf(one, town.factory) });
  await tell(APPLY, { input: formOf(one, town.school) });
  const decision = { applicationId: applied.application.id, expectedVersion: 1 };
  await tell(DECIDE, { input: { ...decision, decision: 'APPROVE' } });
  await tell(DECIDE, { input: { ...decision, decision: 'REJECT', reason: '重复' } });
  await platform.acting(DISTRICT, (ctx) =>
    ctx.transaction((tx) =>
      enrolMembers(tx, {
        organizationId: town.school,
        since: '2020-09-01',
        via: 'COLLECTIVE',
        people: [two, three],
        synthetic: true,
      }),
    ),
  );
  // Refused: another name than the register has, another gender, a wrong place.
  await tell(APPLY, { input: { ...formOf(two, town.factory), name: '另一个' } });
  await tell(APPLY, { input: { ...formOf(four, town.factory), gender: four.gender === 'MALE' ? 'FEMALE' : 'MALE' } });
  await tell(APPLY, { input: { ...formOf(four, town.shop) } });
  // Not even read: a broken number, numbers where others belong, in the text of an operation, in an address.
  await tell(APPLY, {
    input: { ...formOf(five, town.factory), phone: `${five.phone}9`, nationalId: `${five.nationalId}9` },
  });
  await tell(`{ member(id: "${five.nationalId}") { id } node(id: "${five.phone}") { id } }`, {});
  await tell(`{ members(first: 1, after: "${five.nationalId}") { nodes { id } } unknownField${five.phone} }`, {});
  await administrator.fetch(`/graphql?query=${five.nationalId}`, { method: 'GET' });
  // The database itself fails in the middle.
  await platform.sql.query(`alter table members add constraint planted check (name <> '坏')`);
  await tell(APPLY, { input: { ...formOf(six, town.factory), name: '坏' } });
  await platform.sql.query('alter table members drop constraint planted');
  await administrator.query('query M($id: ID!) { member(id: $id) { nationalId phone } }', {
    id: toGlobalId('Member', (await platform.sql.query('select id from members limit 1')).rows[0].id),
  });
  await platform.jobsDone();
}

type Person = (typeof people)[number];

describe('sealed numbers', () => {
  test('stand in plain in no row of any table: not in the register, the audit, the outbox or the queue', async () => {
    const { tables, found } = await tracesInTables(platform.sql, secrets);
    expect(found).toEqual([]);
    covered('tables searched for canaries', tables);
    const { rows } = await platform.sql.query('select count(*)::int as written from members');
    expect(rows[0].written).toBe(3);
  });

  test('stand in plain nowhere in the write-ahead log', async () => {
    const { bytes, found } = await tracesInWal(platform.sql, walSince, secrets);
    expect(found).toEqual([]);
    covered('megabytes of write-ahead log searched', Math.min(1, Math.floor(bytes / 1_000_000)));
  });

  test('stand in plain nowhere in the log, however much it says', () => {
    expect(log.length).toBeGreaterThan(5);
    expect(log.flatMap((line) => tracesIn('log', line, secrets))).toEqual([]);
  });

  test('come back in no answer that the caller did not put there: payloads and user errors are masked', () => {
    // What a caller sends wrongly in the text of an operation, the parser may quote to that caller.
    const quoted = new Set([people[4]!.nationalId, people[4]!.phone]);
    const kept = secrets.filter((secret) => !quoted.has(secret));
    expect(answers.flatMap((answer) => tracesIn('answer', answer, kept))).toEqual([]);
  });

  test('would be found, in each of these places', async () => {
    const [nationalId, phone] = secrets as [string, string];
    await platform.sql.query('create table planted (content text, raw bytea, document jsonb)');
    await platform.sql.query('insert into planted values ($1, $2, $3)', [
      `x${nationalId}x`,
      Buffer.from(`y${phone}y`),
      JSON.stringify({ encoded: Buffer.from(`zz${nationalId}zz`).toString('base64') }),
    ]);
    const { found } = await tracesInTables(platform.sql, secrets);
    expect(found.filter((line) => line.startsWith('public.planted'))).toHaveLength(3);
    expect((await tracesInWal(platform.sql, walSince, secrets)).found.length).toBeGreaterThan(0);
    await platform.sql.query('drop table planted');
    expect(tracesIn('log', `{"nationalId":"${nationalId}"}`, secrets)).toHaveLength(1);
  });
});
