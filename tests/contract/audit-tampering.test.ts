import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { LEAF_FORMAT, LEAF_FORMATS } from '../../src/kernel/audit/leaf.js';
import { AuditLedger } from '../support/audit-ledger.js';
import { type Deed, readColumns, type Scene, waysOf } from '../support/audit-tampering.js';
import { covered } from '../support/coverage.js';
import { LONG, randomOf } from '../support/size.js';

/** Deeds at least; each way of tampering is among them. */
const DEEDS = LONG ? 1_000 : 0;
const SEALS = LONG ? 12 : 8;
const PATIENCE_MS = LONG ? 600_000 : 60_000;

let ledger: AuditLedger;
let scene: Scene;
const random = randomOf('audit-tampering');

beforeAll(async () => {
  ledger = await AuditLedger.open();
  scene = await sealedScene(ledger);
});
afterAll(() => ledger.close());

async function sealedScene(of: AuditLedger): Promise<Scene> {
  for (let seal = 0; seal < SEALS; seal += 1) {
    for (let transaction = 0; transaction < 3; transaction += 1) await of.write(1 + random.integer(9), random);
    await of.sealAll();
  }
  await of.keepCopy();
  const records = await of.owner.query<{ id: string }>('select id from audit_records order by tx, id');
  const seals = await of.owner.query<{ number: string }>('select number from audit_seals order by number');
  return {
    ledger: of,
    random,
    ids: records.rows.map(({ id }) => id),
    seals: seals.rows.map(({ number }) => number),
    anchors: await of.anchorsNow(),
    columns: await readColumns(of),
  };
}

/** Does it, looks, undoes it; what is wrong with the answer, or nothing. */
async function tried(name: string, way: (scene: Scene) => Promise<Deed>): Promise<string | undefined> {
  try {
    const deed = await way(scene);
    const { finding } = await ledger.verify(deed.anchors ?? []);
    const about = `${name}: ${deed.told}`;
    if (!finding) return `${about}: not found`;
    if (deed.kinds && !deed.kinds.includes(finding.kind)) return `${about}: called ${finding.kind}, ${finding.text}`;
    if (deed.record !== undefined && finding.record !== deed.record) return `${about}: blamed on ${finding.text}`;
    return undefined;
  } finally {
    await ledger.restore();
  }
}

describe('the audit', () => {
  test('as it was sealed has nothing wrong with it, and no tail', async () => {
    expect(await ledger.verify(scene.anchors)).toMatchObject({
      seals: BigInt(scene.seals.length),
      records: scene.ids.length,
      tail: { records: 0 },
      finding: undefined,
    });
  });

  test(
    'shows every way of tampering with it, and names the record',
    async () => {
      const ways = Object.entries(waysOf(scene.columns));
      const wrong: string[] = [];
      let done = 0;
      for (; done < Math.max(DEEDS, ways.length); done += 1) {
        const [name, way] = done < ways.length ? ways[done]! : random.pick(ways);
        wrong.push(...[await tried(name, way)].filter((answer) => answer !== undefined));
      }
      covered('ways of tampering with the audit', ways.length);
      process.stderr.write(`  tampered ${done} times\n`);
      expect(wrong).toEqual([]);
      expect((await ledger.verify(scene.anchors)).finding).toBeUndefined();
    },
    PATIENCE_MS,
  );

  test('would hide a change in a column that is left out of the hash, and this test would see it', async () => {
    const other = await AuditLedger.open();
    const forms = LEAF_FORMATS as Record<number, string>;
    const whole = forms[LEAF_FORMAT]!;
    try {
      forms[LEAF_FORMAT] = whole.replace(', purpose', '');
      await other.write(5, random);
      await other.sealAll();
      await other.owner.query(`update audit_records set purpose = '别的'`);
      expect((await other.verify()).finding).toBeUndefined();
    } finally {
      forms[LEAF_FORMAT] = whole;
      await other.close();
    }
  });

  test('made anew from some record on is told by the anchors alone', async () => {
    const rewrite = waysOf(scene.columns)['alter a record and make the whole chain anew']!;
    const { anchors } = await rewrite(scene);
    const [without, with_] = [await ledger.verify(), await ledger.verify(anchors)];
    await ledger.restore();
    expect(without.finding).toBeUndefined();
    expect(with_.finding?.kind).toBe('ANCHOR_CONTRADICTS');
  });

  test('hashes every column of a record in the newest format', () => {
    const missing = scene.columns.audit_records.filter(
      ({ name }) => !new RegExp(`\\b${name}\\b`).test(LEAF_FORMATS[LEAF_FORMAT]!),
    );
    expect(missing).toEqual([]);
    covered('columns of an audit record', scene.columns.audit_records.length);
  });
});
