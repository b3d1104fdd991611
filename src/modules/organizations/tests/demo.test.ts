import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Platform } from '../../../testing/platform.js';
import { organizations } from '../plugin.js';

let platform: Platform;
beforeAll(async () => {
  platform = await Platform.start({ workers: 0 });
  for (const code of ['310113', '310110', '310109', '319001']) {
    await platform.acting(code, (ctx) =>
      ctx.transaction(async (tx) =>
        organizations.demo?.seed?.(tx, { divisor: 100, seed: 1, progress: () => undefined }),
      ),
    );
  }
});
afterAll(() => platform?.close());

const ROOT = `query Root($asOf: Date) {
  organizations(first: 1, filter: { level: DISTRICT }) {
    nodes { id name statistics(asOf: $asOf) { asOf unions coveredUnits members workers foundingRate joiningRate } }
  }
}`;

async function rootOf(code: string, asOf?: string) {
  const administrator = await platform.as(code, 'administrator');
  return (await administrator.query(ROOT, { asOf })).organizations.nodes[0];
}

describe('the demo at one hundredth', () => {
  test('Baoshan has the reported unions and covered units, divided and rounded', async () => {
    const { statistics } = await rootOf('310113');
    expect(statistics).toMatchObject({ unions: 24, coveredUnits: 180, workers: null, foundingRate: null });
  });

  test('Baoshan had fewer units before 2013 and all of them at the end of it', async () => {
    const before = (await rootOf('310113', '2012-12-31')).statistics;
    const after = (await rootOf('310113', '2013-12-31')).statistics;
    expect(before).toMatchObject({ asOf: '2012-12-31', unions: 21, coveredUnits: 154 });
    expect(after).toMatchObject({ unions: 24, coveredUnits: 180 });
  });

  test('Yangpu has the reported unions and units, and a founding rate of 82 per cent', async () => {
    const { statistics } = await rootOf('310110');
    expect(statistics).toMatchObject({ unions: 20, coveredUnits: 93, workers: 2055 });
    expect(Math.round(statistics.foundingRate)).toBe(82);
  });

  test('Hongkou has the grids of Ouyang Road with a chair and two vice-chairs each', async () => {
    const administrator = await platform.as('310109', 'administrator');
    const { organizations } = await administrator.query(`query Grids {
      organizations(first: 10, filter: { kind: JOINT_UNION }) {
        nodes { name jointUnionKind parent { name } officers(first: 9) { nodes { role } } coveredUnits(first: 9) { totalCount } }
      }
    }`);
    expect(organizations.nodes).toHaveLength(5);
    for (const grid of organizations.nodes) {
      expect(grid).toMatchObject({ jointUnionKind: 'GRID', parent: { name: '欧阳路街道总工会' } });
      expect(grid.officers.nodes.map(({ role }: { role: string }) => role).sort()).toEqual([
        'CHAIR',
        'VICE_CHAIR',
        'VICE_CHAIR',
      ]);
      expect(grid.coveredUnits.totalCount).toBe(2);
    }
  });

  test('the industrial federation stands beside them with unions of its own', async () => {
    expect(await rootOf('319001')).toMatchObject({
      name: '上海轻工产业工会',
      statistics: { unions: 6, coveredUnits: 6 },
    });
  });

  test('everything made up says so', async () => {
    const { rows } = await platform.sql.query(`
      select count(*)::int as real from (
        select synthetic from organizations union all select synthetic from organization_officers
        union all select synthetic from covered_units) as made where not synthetic`);
    expect(rows[0].real).toBe(0);
  });

  test('each example of the explorer runs as it is', async () => {
    const administrator = await platform.as('310113', 'administrator');
    for (const { query, variables } of organizations.demo?.examples ?? []) {
      const answer = await administrator.send(query, variables);
      expect(answer.errors).toEqual([]);
    }
  });
});
