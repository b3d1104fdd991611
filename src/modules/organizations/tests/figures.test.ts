import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Platform } from '../../../testing/platform.js';
import { createRandom } from '../../../demo/random.js';
import { addDays, type RequestContext } from '../../../kernel/index.js';
import { appendFigures, type FigureDelta, foldFigures } from '../figures.repository.js';
import { statisticsOf } from '../statistics.repository.js';
import { recordWorkforceSurvey } from '../survey.service.js';
import { body } from './bodies.js';

let platform: Platform;
let root: string;
let unions: string[];

beforeAll(async () => {
  platform = await Platform.start({ workers: 0 });
  await district(async (ctx) => {
    root = await body(ctx, 'root', '310101');
    const hub = await body(ctx, 'hub', '310101-01', root);
    unions = [];
    for (const n of [1, 2, 3, 4]) unions.push(await body(ctx, 'union', `310101-01-${n}`, hub));
  });
});
afterAll(() => platform?.close());

const district = <T>(work: (ctx: RequestContext) => Promise<T>): Promise<T> => platform.acting('310101', work);
const fold = (batch?: number): Promise<void> => district((ctx) => ctx.transaction((tx) => foldFigures(tx, batch)));
const at = (id: string, day: string) => district((ctx) => statisticsOf(ctx, id, day));

test('changes with late days, folded in batches of any size, equal a plain sum on every day', async () => {
  const random = createRandom(7);
  const all: FigureDelta[] = [];
  const dayOf = (n: number): string => addDays('2020-01-01', n);
  for (let round = 0; round < 12; round++) {
    const deltas = Array.from({ length: random.integer(15) }, () => ({
      organizationId: random.pick(unions),
      day: dayOf(random.integer(30)),
      members: random.integer(9) - 3,
      coveredUnits: random.integer(3),
    }));
    all.push(...deltas);
    await district((ctx) => ctx.transaction((tx) => appendFigures(tx, deltas)));
    if (random.chance(0.6)) await fold(1 + random.integer(6));
    for (let n = -1; n <= 31; n += 4) {
      for (const id of [root, unions[0]!]) {
        const known = all.filter(
          ({ organizationId, day }) => day <= dayOf(n) && (id === root || organizationId === id),
        );
        expect(await at(id, dayOf(n))).toMatchObject({
          members: known.reduce((sum, { members = 0 }) => sum + members, 0),
          coveredUnits: known.reduce((sum, { coveredUnits = 0 }) => sum + coveredUnits, 0),
        });
      }
    }
  }
});

test('folding twice changes nothing and leaves no change behind', async () => {
  const before = await at(root, '2026-01-01');
  await fold();
  await fold();
  expect(await at(root, '2026-01-01')).toEqual(before);
  const { rows } = await platform.sql.query('select count(*)::int as left from organization_figure_deltas');
  expect(rows[0].left).toBe(0);
});

test('readers see the same figures while changes are being folded, and folds at once do not count twice', async () => {
  const day = '2021-01-01';
  const before = (await at(root, day))!.members;
  const one = unions.map((organizationId) => ({ organizationId, day, members: 1 }));
  for (let n = 0; n < 10; n++) await district((ctx) => ctx.transaction((tx) => appendFigures(tx, one)));
  const seen = new Set<number>();
  const reading = Promise.all(
    Array.from({ length: 40 }, async () => {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 40));
      seen.add((await at(root, day))!.members);
    }),
  );
  await Promise.all([fold(3), fold(5), fold(7), reading]);
  expect([...seen]).toEqual([before + 40]);
  expect((await at(root, day))!.members).toBe(before + 40);
});

test('a survey holds until the next one, also when it is entered late or corrected', async () => {
  const survey = (surveyedOn: string, workers: number, shouldFoundUnits: number) =>
    district((ctx) =>
      recordWorkforceSurvey(ctx, { organizationId: unions[1]!, surveyedOn, workers, shouldFoundUnits }),
    );
  const workersOn = async (day: string) => (await at(unions[1]!, day))?.workers;

  expect(await workersOn('2025-12-31')).toBeNull();
  await survey('2024-01-01', 100, 10);
  await survey('2025-01-01', 140, 12);
  await survey('2024-06-01', 120, 11); // Entered late, between the two.
  await fold(1);
  await survey('2024-01-01', 90, 9); // Corrected.
  const days = ['2023-12-31', '2024-01-01', '2024-05-31', '2024-06-01', '2024-12-31', '2025-01-01', '2026-01-01'];
  const expected = [null, 90, 90, 120, 120, 140, 140];
  expect(await Promise.all(days.map(workersOn))).toEqual(expected);
  await fold();
  expect(await Promise.all(days.map(workersOn))).toEqual(expected);
});

test('the figures of many bodies and days at once cost one statement', async () => {
  await district((ctx) => statisticsOf(ctx, root, '2024-01-01'));
  const statements = await platform.wire.statements(() =>
    district((ctx) =>
      Promise.all(
        [root, ...unions].flatMap((id) => ['2024-01-01', ctx.today].map((day) => statisticsOf(ctx, id, day))),
      ),
    ),
  );
  expect(statements.filter((statement) => statement.includes('organization_figures'))).toHaveLength(1);
});
