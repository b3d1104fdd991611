import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { toGlobalId } from '../../src/kernel/index.js';
import { attach, downloadAddress, put, uploadAddress } from '../../src/modules/attachments/tests/uploading.js';
import { BIND } from '../../src/modules/identity/tests/newcomers.js';
import { enrolMembers } from '../../src/modules/members/index.js';
import { formOf, foundTown, somebody, type Town } from '../../src/modules/members/tests/town.js';
import { PDF } from '../support/archives.js';
import type { Client } from '../../src/testing/client.js';
import { covered } from '../support/coverage.js';
import { Platform } from '../../src/testing/platform.js';
import { tracesIn, tracesInTables, tracesInWal } from '../support/plain-traces.js';

const SLOT = `canaries_${randomBytes(6).toString('hex')}`;
const DISTRICT = '310104';
const EXPORT = `mutation E($input: RequestExportInput!) { requestExport(input: $input) { export { id } userErrors { code } } }`;
const UNMASK = `mutation U($input: UnmaskInput!) { unmask(input: $input) { value userErrors { code } } }`;
const APPLY = `mutation A($input: ApplyForMembershipInput!) {
  applyForMembership(input: $input) { application { id } member { id nationalId phone } userErrors { code message path details } } }`;
const DECIDE = `mutation D($input: DecideMembershipApplicationInput!) {
  decideMembershipApplication(input: $input) { member { nationalId phone } userErrors { code message details } } }`;

/** Numbers that nobody else has; whatever of them appears in plain has leaked. */
const people = Array.from({ length: 6 }, () => somebody());
/** The name of a file, and what stands in it. */
const DIAGNOSIS = {
  name: `诊断${randomBytes(6).toString('hex')}.pdf`,
  mark: `finding-${randomBytes(12).toString('hex')}`,
};
const secrets = [...people.flatMap(({ nationalId, phone }) => [nationalId, phone]), ...Object.values(DIAGNOSIS)];
const answers: string[] = [];
/** Of the file of a list, as it was fetched. */
let list = '';
/** Full values, to those who may see them. */
const told: string[] = [];
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
  // Whatever else uses this server meanwhile: what is written ahead stays until it has been searched.
  await platform.sql.query('select pg_create_physical_replication_slot($1, true)', [SLOT]);
  walSince = await walNow();
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
afterAll(async () => {
  await platform.sql.query('select pg_drop_replication_slot($1)', [SLOT]);
  await platform.close();
});

async function walNow(): Promise<string> {
  return (await platform.sql.query('select pg_current_wal_lsn()::text as lsn')).rows[0].lsn;
}

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
  await throughFiles(toGlobalId('Member', await memberOf(two)));
  await throughFullValues(toGlobalId('Member', await memberOf(two)), two);
  // The numbers of nobody, then those of somebody.
  const bound = [];
  for (const { nationalId, phone } of [six, three]) {
    bound.push((await tell(BIND, { input: { identity: { nationalId, phone } } })).bindPerson.memberId);
  }
  expect(bound).toEqual([null, toGlobalId('Member', await memberOf(three))]);
  await platform.jobsDone();
}

async function memberOf({ name }: Person): Promise<string> {
  const { rows } = await platform.sql.query('select id from members where name = $1 order by id limit 1', [name]);
  return rows[0].id;
}

/** A file with a telling name is attached, read, and stays; another is not what it says; one breaks off. */
async function throughFiles(ownerId: string): Promise<void> {
  const content = Buffer.concat([PDF.subarray(0, 100_000), Buffer.from(DIAGNOSIS.mark), PDF.subarray(100_000)]);
  const wish = { ownerId, kind: 'proof', name: DIAGNOSIS.name };
  const id = await attach(administrator, wish, content);
  const address = (await downloadAddress(administrator, id))!;
  // No route takes the question for the headers, and it leaves the address in force: what is logged of it would open the file.
  await fetch(`${platform.address}${address}`, { method: 'HEAD' });
  await fetch(`${platform.address}${address.replace('download', 'downloads')}`);
  expect(log.join('')).toContain('"method":"HEAD"');
  expect(log.filter((line) => line.includes(address.slice(-43)))).toEqual([]);
  const read = await fetch(`${platform.address}${address}`);
  expect(Buffer.from(await read.arrayBuffer()).includes(DIAGNOSIS.mark)).toBe(true);
  const wrong = Buffer.from(`<html>${DIAGNOSIS.mark}</html>`);
  const refused = await put(administrator, await uploadAddress(administrator, { ...wish, size: wrong.length }), wrong);
  answers.push(await refused.text());
  const { requestExport } = await tell(EXPORT, { input: { list: 'members', purpose: '核对名单' } });
  await platform.jobsDone();
  const { node } = await administrator.query(
    'query ($id: ID!) { node(id: $id) { ... on Export { downloadAddress } } }',
    {
      id: requestExport.export.id,
    },
  );
  list = await (await fetch(`${platform.address}${node.downloadAddress}`)).text();
}

/** A look at a full value, and everything about the person: to the caller, and nowhere else. */
async function throughFullValues(id: string, { phone }: Person): Promise<void> {
  const input = { id, field: 'phone', purpose: 'CONTACT', reason: '电话确认' };
  const { unmask } = (await administrator.send(UNMASK, { input })).data;
  expect(unmask.value).toBe(phone);
  const everything = await administrator.query('query ($id: ID!) { personalDataOf(memberId: $id) { content } }', {
    id,
  });
  told.push(JSON.stringify(everything));
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
    covered('kilobytes of write-ahead log searched', Math.min(50, Math.floor(bytes / 1_000)));
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

  test('stand in no list as a file, which has the names and masked numbers of the same people', () => {
    expect(tracesIn('list', list, secrets)).toEqual([]);
    expect(list).toContain(people[1]!.name);
    expect(told.flatMap((answer) => tracesIn('answer', answer, secrets)).length).toBeGreaterThan(2);
  });

  test('stand in plain in no file of the installation: not in the storage, nor in what was being written', () => {
    const home = platform.app.kernel.home;
    const files = readdirSync(join(home, 'attachments'), { recursive: true, withFileTypes: true }).filter((file) =>
      file.isFile(),
    );
    expect(files.length).toBeGreaterThanOrEqual(2);
    const found = files.flatMap(({ parentPath, name }) =>
      tracesIn(name, Buffer.concat([Buffer.from(name), readFileSync(join(parentPath, name))]), secrets),
    );
    expect(found).toEqual([]);
  });

  test('would be found, in each of these places', async () => {
    const [nationalId, phone] = secrets as [string, string];
    const since = await walNow();
    await platform.sql.query('create table planted (content text, raw bytea, document jsonb)');
    await platform.sql.query('insert into planted values ($1, $2, $3)', [
      `x${nationalId}x`,
      Buffer.from(`y${phone}y`),
      JSON.stringify({ encoded: Buffer.from(`zz${nationalId}zz`).toString('base64') }),
    ]);
    const { found } = await tracesInTables(platform.sql, secrets);
    expect(found.filter((line) => line.startsWith('public.planted'))).toHaveLength(3);
    expect((await tracesInWal(platform.sql, since, secrets)).found.length).toBeGreaterThan(0);
    await platform.sql.query('drop table planted');
    expect(tracesIn('log', `{"nationalId":"${nationalId}"}`, secrets)).toHaveLength(1);
  });
});
