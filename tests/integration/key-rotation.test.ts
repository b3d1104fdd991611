import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { toGlobalId } from '../../src/kernel/index.js';
import { openKeyService } from '../../src/kernel/personal-data/key-service.js';
import { PersonVault } from '../../src/kernel/personal-data/person-vault.js';
import { renewPersonKeys } from '../../src/kernel/personal-data/upkeep/renew.js';
import { keysInUse } from '../../src/kernel/personal-data/upkeep/report.js';
import { resealValues } from '../../src/kernel/personal-data/upkeep/reseal.js';
import { rewrapKeys } from '../../src/kernel/personal-data/upkeep/rewrap.js';
import { admitted, formOf, foundTown, somebody, type Town } from '../../src/modules/members/tests/town.js';
import type { Client } from '../../src/testing/client.js';
import { covered } from '../support/coverage.js';
import { everyValue } from '../support/every-value.js';
import { Platform } from '../../src/testing/platform.js';
import { LONG } from '../support/size.js';
import { until } from '../support/waiting.js';

const DISTRICT = '310104';
const CLIENTS = LONG ? 20 : 6;
/** Between two turns of a client: in the short size the rotation is to get on as well, in the same process. */
const PAUSE_MS = LONG ? 0 : 150;
/** After this long no rotation begins; there is always one. */
const SECONDS = LONG ? 120 : 0;
/** What the clients have written before the first: what changes must have something to change. */
const FIRST_WRITES = 20;
const READ = 'query M($id: ID!) { member(id: $id) { nationalId phone } }';
const PAGE = '{ members(first: 50) { nodes { nationalId phone } } }';
const APPLY = `mutation A($input: ApplyForMembershipInput!) {
  applyForMembership(input: $input) { member { id } userErrors { code } } }`;

let platform: Platform;
let town: Town;
let client: Client;

beforeAll(async () => {
  platform = await Platform.start({ workers: 0 });
  town = await platform.acting(DISTRICT, foundTown);
  client = await platform.as(DISTRICT, 'administrator');
});
afterAll(() => platform.close());

interface Known {
  readonly id: string;
  readonly nationalId: string;
  readonly phone: string;
}

/** What went wrong, and how much went well. */
class Tally {
  reads = 0;
  writes = 0;
  readonly failures: string[] = [];
  readonly #underWay = new Set<Promise<unknown>>();

  async watch<T>(request: Promise<T>): Promise<T> {
    this.#underWay.add(request);
    try {
      return await request;
    } finally {
      this.#underWay.delete(request);
    }
  }

  /** Waits for the requests that are under way now: a row that one of them has read is opened by then. */
  async quiet(): Promise<void> {
    await Promise.allSettled(this.#underWay);
  }
}

async function read({ id, nationalId, phone }: Known, tally: Tally): Promise<void> {
  const { data, errors } = await tally.watch(client.send(READ, { id }));
  const right =
    data?.member?.nationalId === `${nationalId.slice(0, 4)}***********${nationalId.slice(15)}` &&
    data.member.phone === `${phone.slice(0, 3)}****${phone.slice(7)}`;
  if (!right) tally.failures.push(`${id}: ${JSON.stringify(data)} ${JSON.stringify(errors)}`);
  tally.reads += 1;
}

/** One client: somebody new, somebody known, a page, and again. */
async function work(known: Known[], ended: AbortSignal, tally: Tally): Promise<void> {
  for (let turn = 0; !ended.aborted; turn++) {
    try {
      const person = somebody();
      const payload = await tally.watch(client.mutate(APPLY, { input: formOf(person, town.factory) }));
      known.push({ id: payload.member.id, nationalId: person.nationalId, phone: person.phone });
      tally.writes += 1;
      for (let more = 0; more < 3; more++) await read(known[(turn * 7 + more * 3) % known.length]!, tally);
      const { members } = await tally.watch(client.query(PAGE));
      if (members.nodes.some(({ phone }: Known) => !/^1\d\d\*{4}\d{4}$/.test(phone))) tally.failures.push('a page');
      tally.reads += members.nodes.length;
    } catch (error) {
      tally.failures.push(String(error));
    }
    await delay(PAUSE_MS);
  }
}

async function commandLine(): Promise<PersonVault> {
  const { registry, orm, home } = platform.app.kernel;
  return new PersonVault(registry, orm, await openKeyService(home), home);
}

/** What an operator runs over weeks, without the weeks. */
async function rotateOnce(tally: Tally): Promise<{ moved: number; resealed: number; destroyed: number }> {
  const { kernel } = platform.app;
  await (await commandLine()).dataKeys.service.rotate();
  const { personKeys } = await rewrapKeys(kernel, await commandLine());
  await renewPersonKeys(kernel, await commandLine());
  const { values, damaged } = await resealValues(kernel, await commandLine());
  expect(damaged).toEqual([]);
  const { rows } = await platform.sql.query('select clock_timestamp() as now');
  await tally.quiet();
  await platform.sql.query(
    `update person_keys set replaced_at = replaced_at - interval '11 minutes' where replaced_at < $1`,
    [rows[0].now],
  );
  const { keysRemoved } = await resealValues(kernel, await commandLine());
  return { moved: personKeys, resealed: values, destroyed: keysRemoved };
}

describe('keys change under load', () => {
  test(
    'and nobody notices: no request fails, every value opens, nothing is left under the first key',
    async () => {
      const before = new Set((await keysInUse(platform.app.kernel)).map(({ ringKey }) => ringKey));
      const known: Known[] = [];
      const tally = new Tally();
      const end = Date.now() + SECONDS * 1_000;
      const ended = new AbortController();
      const clients = Promise.all(Array.from({ length: CLIENTS }, () => work(known, ended.signal, tally)));
      await until(() => tally.writes >= FIRST_WRITES || tally.failures.length > 0, 60_000);
      const done = { rounds: 0, moved: 0, resealed: 0, destroyed: 0 };
      do {
        const { moved, resealed, destroyed } = await rotateOnce(tally);
        done.rounds += 1;
        done.moved += moved;
        done.resealed += resealed;
        done.destroyed += destroyed;
      } while (Date.now() < end);
      ended.abort();
      await clients;
      process.stderr.write(
        `  ${CLIENTS} clients, ${tally.writes} writes, ${tally.reads} reads, ${JSON.stringify(done)}, ${tally.failures.length} failures\n`,
      );
      expect(tally.failures).toEqual([]);
      expect(Math.min(done.moved, done.resealed, done.destroyed)).toBeGreaterThan(0);
      await rewrapKeys(platform.app.kernel, await commandLine());
      const after = await keysInUse(platform.app.kernel);
      expect(after.filter(({ ringKey }) => before.has(ringKey))).toEqual([]);
      const { opened, failed } = await everyValue(platform, await commandLine());
      expect(failed).toEqual([]);
      covered('sealed columns opened after a rotation', (await commandLine()).columns.sealed.length);
      expect(opened.length).toBe(3 * tally.writes);
    },
    (SECONDS + 240) * 1_000,
  );

  test('a rewrap that loses a key would be noticed by the readers and by the look at every value', async () => {
    const { memberId, person } = await platform.acting(DISTRICT, (ctx) => admitted(ctx, town.school));
    await platform.sql.query(
      `update person_keys set wrapped = (select wrapped from person_keys where person_id <> $1 limit 1) where person_id = $1`,
      [memberId],
    );
    const tally = new Tally();
    await read({ id: toGlobalId('Member', memberId), nationalId: person.nationalId, phone: person.phone }, tally);
    expect(tally.failures).toHaveLength(1);
    const { failed } = await everyValue(platform, await commandLine());
    expect(failed).toHaveLength(3);
  });
});
