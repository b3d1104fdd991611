import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Platform } from '../../../testing/platform.js';
import { createSynthesizer } from '../../../demo/synthetic.js';
import { Refusal, type RequestContext } from '../../../kernel/index.js';
import { type Enrolment, enrolMembers } from '../index.js';
import { admitted, foundTown, somebody, type Town } from './town.js';

const DISTRICT = '310104';
let platform: Platform;
let town: Town;

beforeAll(async () => {
  platform = await Platform.start();
  town = await platform.acting(DISTRICT, foundTown);
});

afterAll(() => platform.close());

const acting = <T>(work: (ctx: RequestContext) => Promise<T>) => platform.acting(DISTRICT, work);

function enrol(enrolment: Partial<Enrolment>) {
  return acting((ctx) =>
    ctx.transaction((tx) =>
      enrolMembers(tx, {
        organizationId: town.school,
        since: '2020-09-01',
        via: 'COLLECTIVE',
        people: [],
        synthetic: true,
        ...enrolment,
      }),
    ),
  );
}

async function rowsOf(statement: string, ...values: unknown[]) {
  return (await platform.sql.query(statement, values)).rows;
}

describe('collective joining', () => {
  test('gives the same rows and figures as joining one by one', async () => {
    const people = Array.from({ length: 12 }, somebody);
    const today = await acting(async (ctx) => ctx.today);
    const figures = () =>
      rowsOf(
        `select day::text, sum(members)::int as members from organization_figure_deltas where organization_id = $1 group by 1 having sum(members) <> 0`,
        town.school,
      );
    for (const person of people.slice(0, 6)) await acting((ctx) => admitted(ctx, town.school, person));
    const singly = await figures();
    await enrol({ people: people.slice(6), since: today });
    expect(singly).toEqual([{ day: today, members: 6 }]);
    expect(await figures()).toEqual([{ day: today, members: 12 }]);
    const shapes = await rowsOf(
      `select m.batch_id is null as single, p.kind, p.since::text, p.until, m.status, m.organization_id, m.keeper_organization_id,
         octet_length(m.national_id_sealed) as id_length, octet_length(m.phone_sealed) as phone_length, p.version
       from members m join memberships p on p.member_id = m.id where m.organization_id = $1`,
      town.school,
    );
    const distinct = (single: boolean) =>
      new Set(shapes.filter((row) => row.single === single).map(({ single: _, ...row }) => JSON.stringify(row)));
    expect(distinct(true)).toEqual(distinct(false));
    expect(distinct(true).size).toBe(1);
  });

  test('leaves one audit record with the hash of the list, one event, and the batch in every row', async () => {
    const people = Array.from({ length: 3 }, somebody);
    const before = await rowsOf('select count(*)::int as events from outbox_events');
    const { batchId, count } = await enrol({
      people: people.map((person, n) => ({ ...person, since: `2021-01-0${n + 1}` })),
    });
    expect(count).toBe(3);
    const [record, ...others] = await rowsOf('select * from audit_records where batch_id = $1', batchId);
    expect(others).toEqual([]);
    // Whoever knows a name could try all numbers against a plain hash, for ever: an erasure does not reach the audit.
    const plain = people.map((one, n) =>
      JSON.stringify([
        one.name,
        one.nationalId,
        one.phone,
        one.employmentType,
        one.occupation,
        `2021-01-0${n + 1}`,
        'COLLECTIVE',
      ]),
    );
    const guessed = createHash('sha256')
      .update(plain.map((line) => `${line}\n`).join(''))
      .digest('hex');
    expect(JSON.stringify(record)).toMatch(/[0-9a-f]{64}/);
    expect(JSON.stringify(record)).not.toContain(guessed);
    expect(record).toMatchObject({ verb: 'IMPORT', node_type: 'Organization', node_id: town.school });
    expect(record.changes).toMatchObject([{ after: 3 }, { after: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    expect(await rowsOf('select count(*)::int as events from outbox_events')).toEqual([
      { events: before[0].events + 1 },
    ]);
    const [rows] = await rowsOf(
      `select (select count(*)::int from members where batch_id = $1) as members,
         (select count(*)::int from memberships where batch_id = $1) as memberships`,
      batchId,
    );
    expect(rows).toEqual({ members: 3, memberships: 3 });
  });

  test('is refused as a whole, with every wrong line named, and nothing is written', async () => {
    const known = await acting((ctx) => admitted(ctx, town.factory));
    const [one, two, three] = [somebody(), somebody(), somebody()];
    const counts = () =>
      rowsOf(`select (select count(*) from members) as a, (select count(*) from memberships) as b, (select count(*) from audit_records where verb <> 'REFUSED') as c,
        (select count(*) from outbox_events) as d, (select count(*) from organization_figure_deltas) as e`);
    const before = await counts();
    const lists: [Enrolment['people'], string[]][] = [
      [
        [one, { ...two, nationalId: '310160199001011230' }, { ...three, phone: '123' }, one],
        ['1.nationalId MEMBER_NATIONAL_ID_INVALID', '2.phone MEMBER_PHONE_INVALID', '3.nationalId MEMBER_DUPLICATE'],
      ],
      [[one, known.person], ['1.nationalId MEMBER_DUPLICATE']],
    ];
    for (const [people, expected] of lists) {
      const error = await enrol({ people }).then(
        () => null,
        (reason) => reason as Refusal,
      );
      expect(error).toBeInstanceOf(Refusal);
      expect(error!.problems.map(({ path, error: { code } }) => `${path.slice(2).join('.')} ${code}`)).toEqual(
        expected,
      );
    }
    await expect(enrol({ people: [one], since: '2999-01-01' })).rejects.toThrow('MEMBERSHIP_DATE_IN_FUTURE');
    await expect(enrol({ people: [one], since: '2001-01-01' })).rejects.toThrow('MEMBERSHIP_DATE_TOO_EARLY');
    await expect(enrol({ people: [one], organizationId: town.shop })).rejects.toThrow('MEMBERSHIP_ORGANIZATION_UNFIT');
    expect(await counts()).toEqual(before);
  });

  test('takes thousands in seconds', async () => {
    const source = createSynthesizer(11, 38);
    const people = Array.from({ length: 6_000 }, () => source.person());
    const start = performance.now();
    await enrol({ people, organizationId: town.grid });
    const seconds = (performance.now() - start) / 1000;
    process.stdout.write(
      `enrolled ${people.length} people in ${seconds.toFixed(2)} s (${Math.round(people.length / seconds)}/s)\n`,
    );
    expect(people.length / seconds).toBeGreaterThan(500);
  });
});

test('identity numbers and phones stand nowhere in plain, not in rows, records, events or jobs', async () => {
  const people = [somebody(), somebody()];
  await acting((ctx) => admitted(ctx, town.factory, people[0]));
  await enrol({ people: [people[1]!] });
  const tables = await rowsOf(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'graphile_worker')`,
  );
  expect(tables.length).toBeGreaterThan(15);
  for (const { name } of tables) {
    const rows: { row: string }[] = await rowsOf(`select t::text as row from ${name} t`);
    const text = rows.map(({ row }) => row).join('\n');
    for (const { nationalId, phone } of people) {
      for (const secret of [nationalId, phone]) {
        expect(text.includes(secret)).toBe(false);
        expect(text.includes(Buffer.from(secret).toString('hex'))).toBe(false);
      }
    }
  }
});

test('the application may not see what another district holds', async () => {
  await acting((ctx) => admitted(ctx, town.factory));
  const seen = await platform.acting('310105', (ctx) => ctx.sql.selectFrom('members').select('id').execute());
  expect(seen).toEqual([]);
});
