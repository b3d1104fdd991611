import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { businessDay, toGlobalId } from '../../../kernel/index.js';
import type { Client } from '../../../testing/client.js';
import type { Platform } from '../../../testing/platform.js';
import { Register } from '../../members/tests/register.js';
import { BAOSHAN, bodies, CIRCLE, change, send, startTown, YANGPU } from './town.js';

const TODAY = businessDay(new Date());
const IMPACT = `query ($id: ID!, $on: Date) { moduleImpact(moduleId: $id, on: $on) {
  on dependents { id on since } operations { moduleId operation fields uses lastUsedAt client { name } } operationsInAll
  openCases { moduleId kind title count } jobs { moduleId task title count nextRunAt }
  personalData { moduleId table rows persons retention retentionYears } confirmation } }`;

let platform: Platform;
let administrator: Client;
let mill: string;

beforeAll(async () => {
  platform = await startTown();
  administrator = await platform.as(BAOSHAN, 'administrator');
  for (const district of [BAOSHAN, YANGPU]) await platform.enable(district, CIRCLE);
  ({ mill } = await bodies(platform, BAOSHAN));
});
afterAll(() => platform?.close());

const impact = async (id = CIRCLE, client = administrator) => (await client.query(IMPACT, { id })).moduleImpact;
const disable = (confirmation?: string | null, client = administrator) =>
  change(client, 'disableModule', { moduleId: CIRCLE, ...(confirmation !== undefined && { confirmation }) });

/** A circle of the mill with this many members in it; each place waits for its confirmation, which is a job. */
async function joined(members: number): Promise<void> {
  const founding = { organizationId: toGlobalId('Organization', mill), name: '读书', firstMeeting: TODAY };
  const { circle } = await send(administrator, 'foundReadingCircle', founding, 'circle { id }');
  const register = new Register(() => platform, BAOSHAN);
  for (let count = 0; count < members; count += 1) {
    const memberId = toGlobalId('Member', await register.memberSince(mill, '2026-01-01'));
    expect(
      (await send(administrator, 'joinReadingCircle', { circleId: circle.id, memberId }, 'circle { id }')).codes,
    ).toEqual([]);
  }
}

/** As the collector of uses would write it. */
async function used(operation: string, uses: number): Promise<void> {
  const { id } = await platform.district(BAOSHAN);
  await platform.sql.query(
    `insert into operation_uses (district_id, id, module, client_id, operation, fields, uses, first_used_at, last_used_at)
     values ($1, $2, $3, null, $4, array['Query.readingCircles'], $5, now(), now())
     on conflict (district_id, module, client_id, operation) do update set uses = excluded.uses`,
    [id, uuidv7(), CIRCLE, operation, uses],
  );
}

describe('what switching a module off concerns', () => {
  test('is nothing where nothing was done with it, and then needs no confirmation', async () => {
    const yangpu = await platform.as(YANGPU, 'administrator');
    const empty = { dependents: [], operations: [], operationsInAll: 0, openCases: [], jobs: [], personalData: [] };
    expect(await impact(CIRCLE, yangpu)).toEqual({ on: TODAY, ...empty, confirmation: null });
    expect(await disable(undefined, yangpu)).toMatchObject({ codes: [], module: { on: false } });
  });

  test('lists operations, cases, jobs and personal data of the module', async () => {
    await joined(2);
    await used('Circles', 7);
    expect(await impact()).toEqual({
      on: TODAY,
      dependents: [],
      operations: [
        {
          moduleId: CIRCLE,
          operation: 'Circles',
          fields: ['Query.readingCircles'],
          uses: 7,
          lastUsedAt: expect.stringMatching(/^\d{4}-.*T/),
          client: null,
        },
      ],
      operationsInAll: 1,
      openCases: [{ moduleId: CIRCLE, kind: 'reading-circle-places', title: '参加中的会员', count: 2 }],
      jobs: [
        {
          moduleId: CIRCLE,
          task: 'reading-circle:confirm-place',
          title: '确认名额',
          count: 2,
          nextRunAt: expect.any(String),
        },
      ],
      personalData: [
        {
          moduleId: CIRCLE,
          table: 'reading_circle_participants',
          rows: 2,
          persons: 2,
          retention: 'benefit',
          retentionYears: 10,
        },
      ],
      confirmation: expect.stringMatching(/^[\w-]{22}$/),
    });
  });

  test('has to be confirmed as it is: not at all, wrongly or too early is refused and leaves the module on', async () => {
    const early = (await impact()).confirmation;
    await used('More', 1);
    for (const confirmation of [undefined, null, '', 'x'.repeat(22), early]) {
      expect((await disable(confirmation)).userErrors).toEqual([
        {
          code: 'MODULE_IMPACT_UNCONFIRMED',
          path: ['input', 'confirmation'],
          details: { module: CIRCLE, entries: 5 },
        },
      ]);
    }
    expect(await platform.modules(BAOSHAN)).toContain(CIRCLE);
  });

  test('is confirmed by what it is and not by how much: figures may move meanwhile', async () => {
    const { confirmation } = await impact();
    await used('Circles', 8);
    await joined(1);
    expect((await impact()).confirmation).toBe(confirmation);
  });

  test('is confirmed whatever values a client goes on writing into operations without a name', async () => {
    await used('#0000000000000001', 1);
    const { confirmation } = await impact();
    await used('#0000000000000002', 1);
    const after = await impact();
    expect(after.operations).toHaveLength(4);
    expect(after.confirmation).toBe(confirmation);
  });

  test('includes what hangs on modules that go off with it', async () => {
    await change(administrator, 'enableModule', { moduleId: 'book-shelf' });
    await platform.sql.query(`update operation_uses set module = 'book-shelf' where operation = 'More'`);
    const { dependents, operations } = await impact('library');
    expect(dependents).toEqual([{ id: 'book-shelf', on: true, since: TODAY }]);
    expect(operations).toMatchObject([{ moduleId: 'book-shelf', operation: 'More' }]);
  });

  test('is counted once, however often one operation asks for it', async () => {
    const asked = (times: number) =>
      platform.wire.count(async () => {
        const again = Array.from({ length: times }, (_, at) => `a${at}: moduleImpact(moduleId: "${CIRCLE}") { on }`);
        await administrator.query(`{ ${again.join(' ')} }`);
      });
    await asked(1);
    expect(await asked(50)).toBe(await asked(1));
  });

  test('counts the own district alone', async () => {
    await platform.enable(YANGPU, CIRCLE);
    const yangpu = await platform.as(YANGPU, 'administrator');
    expect((await impact(CIRCLE, yangpu)).confirmation).toBeNull();
  });

  test('confirmed, it goes off; its data stay, and its jobs are kept for the day on which it is on again', async () => {
    const { confirmation } = await impact();
    expect(await disable(confirmation)).toMatchObject({ codes: [], module: { on: false, state: 'SWITCHED_OFF' } });
    await platform.app.work(1);
    await platform.jobsDone();
    const after = await impact();
    expect(after.personalData).toMatchObject([{ rows: 3 }]);
    expect(after.jobs).toMatchObject([{ task: 'reading-circle:confirm-place', count: 3, nextRunAt: null }]);
  });

  test('is told to those who decide alone', async () => {
    const city = await platform.as(BAOSHAN, 'city');
    expect((await impact(CIRCLE, city)).confirmation).not.toBeNull();
    for (const role of ['auditor', 'security-administrator', 'front-end']) {
      const client = await platform.as(BAOSHAN, role);
      expect((await client.failed(IMPACT, { id: CIRCLE })).extensions.code).toBe('FORBIDDEN');
    }
    const past = await administrator.failed(IMPACT, { id: CIRCLE, on: '2020-01-01' });
    expect(past.extensions.code).toBe('MODULE_DATE_OUT_OF_RANGE');
  });
});
