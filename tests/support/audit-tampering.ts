import type { Random } from '../../src/demo/random.js';
import type { Anchor } from '../../src/kernel/audit/anchors.js';
import type { Finding } from '../../src/kernel/audit/finding.js';
import { merkleRoot } from '../../src/kernel/audit/merkle.js';
import { type RowOfSeal, readSeal, SEAL_COLUMNS, type Seal, sealHash } from '../../src/kernel/audit/seal.js';
import { LEAF_FORMATS } from '../../src/kernel/audit/leaf.js';
import type { AuditLedger } from './audit-ledger.js';

/** What was done, and what the verifier must answer where only one answer is right. */
export interface Deed {
  readonly told: string;
  readonly kinds?: readonly Finding['kind'][];
  readonly record?: bigint;
  readonly anchors?: readonly Anchor[];
}

export interface Scene {
  readonly ledger: AuditLedger;
  readonly random: Random;
  readonly ids: readonly string[];
  readonly seals: readonly string[];
  readonly anchors: readonly Anchor[];
  readonly columns: Readonly<Record<'audit_records' | 'audit_seals', readonly Column[]>>;
}

interface Column {
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
}

/** SQL that makes another value out of the one in a column of a type. */
const OTHER: Readonly<Record<string, (column: string, some: number) => string>> = {
  text: (column, some) => `coalesce(${column}, '') || chr(${97 + (some % 26)})`,
  uuid: () => 'gen_random_uuid()',
  bigint: (column, some) => `${column} + ${1 + (some % 3)}`,
  integer: (column, some) => `${column} + ${1 + (some % 3)}`,
  smallint: (column) => `${column} + 1`,
  'timestamp with time zone': (column, some) => `${column} + make_interval(secs => ${1 + (some % 99)} / 1000000.0)`,
  jsonb: (column, some) => `jsonb_set(${column}, '{0,after}', '"${some}"')`,
  bytea: (column, some) =>
    `set_byte(${column}, ${some} % length(${column}), get_byte(${column}, ${some} % length(${column})) # ${1 << (some % 8)})`,
};

export async function readColumns({ owner }: AuditLedger): Promise<Scene['columns']> {
  const { rows } = await owner.query<Column & { table: 'audit_records' | 'audit_seals' }>(
    `select attrelid::regclass::text as table, attname as name, format_type(atttypid, null) as type, not attnotnull as optional
     from pg_attribute where attrelid in ('audit_records'::regclass, 'audit_seals'::regclass) and attnum > 0 and not attisdropped
     order by attnum`,
  );
  return Object.groupBy(rows, ({ table }) => table) as Scene['columns'];
}

type Way = (scene: Scene) => Promise<Deed>;

/** Every way of tampering, each on a place of its own choosing; one for every column of both tables among them. */
export function waysOf(columns: Scene['columns']): Readonly<Record<string, Way>> {
  return {
    ...Object.fromEntries(columns.audit_records.map((column) => [`alter ${column.name}`, alterRecord(column)])),
    ...Object.fromEntries(
      columns.audit_records
        .filter(({ optional }) => optional)
        .map((column) => [`empty ${column.name}`, emptyRecord(column)]),
    ),
    ...Object.fromEntries(columns.audit_seals.map((column) => [`alter the seal's ${column.name}`, alterSeal(column)])),
    ...STRUCTURAL,
  };
}

const alterRecord =
  ({ name, type }: Column): Way =>
  async ({ ledger, random, ids }) => {
    const id = random.pick(ids);
    const other = OTHER[type];
    if (!other) throw new Error(`say in OTHER how to change a ${type}`);
    await ledger.owner.query(
      `update audit_records set ${name} = ${other(name, random.integer(10_000))} where id = $1`,
      [id],
    );
    // A record whose place or district has changed is missed where it was, or met first where it is now.
    const named = !['id', 'tx', 'district_id'].includes(name);
    return { told: `${name} of record ${id}`, ...(named && { kinds: ['RECORD_ALTERED'], record: BigInt(id) }) };
  };

const emptyRecord =
  ({ name }: Column): Way =>
  async ({ ledger, random, ids }) => {
    const id = random.pick(ids);
    await ledger.owner.query(`update audit_records set ${name} = null where id = $1`, [id]);
    return { told: `${name} of record ${id}`, kinds: ['RECORD_ALTERED'], record: BigInt(id) };
  };

const alterSeal =
  ({ name, type }: Column): Way =>
  async ({ ledger, random, seals, anchors }) => {
    const number = random.pick(seals);
    await ledger.owner.query(
      `update audit_seals set ${name} = ${OTHER[type]!(name, random.integer(10_000))} where number = $1`,
      [number],
    );
    return { told: `${name} of seal ${number}`, anchors };
  };

const STRUCTURAL: Readonly<Record<string, Way>> = {
  'remove a record': async ({ ledger, random, ids }) => {
    const id = random.pick(ids);
    await ledger.owner.query('delete from audit_records where id = $1', [id]);
    return { told: `record ${id}`, kinds: ['RECORD_REMOVED'], record: BigInt(id) };
  },
  'remove a run of records': async ({ ledger, random, ids }) => {
    const from = random.integer(ids.length - 1);
    const gone = ids.slice(from, from + 1 + random.integer(20));
    await ledger.owner.query('delete from audit_records where id = any($1)', [gone]);
    return { told: `records ${gone}`, kinds: ['RECORD_REMOVED'], record: BigInt(gone[0]!) };
  },
  'remove all records': async ({ ledger, ids }) => {
    await ledger.owner.query('truncate audit_records');
    return { told: 'all', kinds: ['RECORD_REMOVED'], record: BigInt(ids[0]!) };
  },
  'put a record in': async ({ ledger, random }) => {
    const id = 1_000_000 + random.integer(1_000);
    // In the last transaction it would stand behind everything that is sealed, as a record does that waits for its seal.
    const { rows: sealedOver } = await ledger.owner.query<{ id: string }>(
      'select id from audit_records where tx < (select max(tx) from audit_records) order by tx, id',
    );
    const twin = random.pick(sealedOver).id;
    await copy(ledger, twin, String(id));
    return { told: `record ${id} beside ${twin}`, kinds: ['RECORD_INSERTED'], record: BigInt(id) };
  },
  'put a record in before the first': async ({ ledger, ids }) => {
    await copy(ledger, ids[0]!, '-5', '-9');
    return { told: 'record -5', kinds: ['RECORD_INSERTED'], record: -5n };
  },
  'put a record in that no server could have numbered': async ({ ledger, random, ids }) => {
    await copy(ledger, random.pick(ids), '2000000', '9000000000000');
    return { told: 'record 2000000', kinds: ['RECORD_INSERTED'], record: 2_000_000n };
  },
  'put a record in twice': async ({ ledger, random, ids }) => {
    const id = random.pick(ids);
    await ledger.owner.query('insert into audit_records select * from audit_records where id = $1', [id]);
    return { told: `record ${id}` };
  },
  'exchange two records': async ({ ledger, random, ids }) => {
    const [one, other] = two(random, ids);
    await ledger.owner.query('update audit_records set id = $1::bigint + $2::bigint - id where id in ($1, $2)', [
      one,
      other,
    ]);
    return { told: `records ${one} and ${other}`, kinds: ['RECORD_ALTERED'] };
  },
  'put two records in another order': async ({ ledger, random, ids }) => {
    const [one, other] = two(random, ids);
    await ledger.owner.query(
      // The transaction right behind the other's may be the one it has.
      `update audit_records r set tx = case r.tx when o.tx + 1 then o.tx - 1 else o.tx + 1 end
       from audit_records o where r.id = $1 and o.id = $2`,
      [one, other],
    );
    return { told: `record ${one} behind ${other}` };
  },
  'give a record to another district': async ({ ledger, random, ids }) => {
    const id = random.pick(ids);
    await ledger.owner.query('update audit_records set district_id = 1 + district_id % 16 where id = $1', [id]);
    return { told: `record ${id}`, kinds: ['RECORD_REMOVED'], record: BigInt(id) };
  },
  'remove a seal': async ({ ledger, random, seals }) => {
    const number = random.pick(seals.slice(0, -1));
    await ledger.owner.query('delete from audit_seals where number = $1', [number]);
    return { told: `seal ${number}`, kinds: ['SEAL_REMOVED'] };
  },
  'exchange two seals': async ({ ledger, random, seals }) => {
    const [one, other] = two(random, seals);
    await ledger.owner.query(
      'update audit_seals set number = $1::bigint + $2::bigint - number where number in ($1, $2)',
      [one, other],
    );
    return { told: `seals ${one} and ${other}`, kinds: ['SEAL_ALTERED'] };
  },
  'fork the chain': async ({ ledger, random, seals }) => {
    const number = random.pick(seals);
    await ledger.owner.query('insert into audit_seals select * from audit_seals where number = $1', [number]);
    return { told: `seal ${number}`, kinds: ['SEAL_FORKED'] };
  },
  'cut the chain': async ({ ledger, random, seals, anchors }) => {
    const number = random.pick(seals);
    await ledger.owner.query('delete from audit_seals where number >= $1', [number]);
    return { told: `from seal ${number}`, kinds: ['CHAIN_CUT'], anchors };
  },
  'cut the chain with its records': async ({ ledger, random, seals, anchors }) => {
    const number = random.pick(seals);
    await ledger.owner.query(
      `delete from audit_records where (tx, id) > (select coalesce(max((last_tx)), 0), 9223372036854775807 from audit_seals where number < $1)`,
      [number],
    );
    await ledger.owner.query('delete from audit_seals where number >= $1', [number]);
    return { told: `from seal ${number}`, kinds: ['CHAIN_CUT'], anchors };
  },
  'alter a record and its leaf': async (scene) => {
    const { seal, id } = await forge(scene);
    await store(scene.ledger, seal);
    return { told: `record ${id} and its leaf`, kinds: ['SEAL_ALTERED'] };
  },
  'alter a record, its leaf and the root': async (scene) => {
    const { seal, id } = await forge(scene);
    await store(scene.ledger, { ...seal, root: merkleRoot(seal.leaves) });
    return { told: `record ${id} with root`, kinds: ['SEAL_ALTERED'] };
  },
  'alter a record and make its seal anew': async (scene) => {
    const { seal, id } = await forge(scene);
    await store(scene.ledger, renewed({ ...seal, root: merkleRoot(seal.leaves) }));
    return { told: `record ${id} with seal`, kinds: ['SEAL_ALTERED', 'ANCHOR_CONTRADICTS'], anchors: scene.anchors };
  },
  'alter a record and make the whole chain anew': async (scene) => {
    await rewrite(scene);
    return { told: 'everything from there', kinds: ['ANCHOR_CONTRADICTS'], anchors: scene.anchors.slice(-1) };
  },
};

async function copy(ledger: AuditLedger, twin: string, id: string, tx?: string): Promise<void> {
  await ledger.owner.query(
    `insert into audit_records select (jsonb_populate_record(r, jsonb_build_object('id', $2::bigint, 'tx', coalesce($3::bigint, r.tx)))).*
     from audit_records r where id = $1`,
    [twin, id, tx ?? null],
  );
}

function two(random: Random, list: readonly string[]): [string, string] {
  const first = random.integer(list.length);
  const second = (first + 1 + random.integer(list.length - 1)) % list.length;
  return [list[first]!, list[second]!];
}

/** Alters a record and puts its new hash into a copy of its seal. */
async function forge({ ledger, random, seals }: Scene): Promise<{ readonly seal: Seal; readonly id: bigint }> {
  const { rows } = await ledger.owner.query<RowOfSeal<Seal>>(
    `select ${SEAL_COLUMNS} from audit_seals where number = $1`,
    [random.pick(seals)],
  );
  const seal = readSeal<Seal>(rows[0]!);
  const index = random.integer(seal.records);
  const id = seal.recordIds.readBigInt64BE(index * 8);
  await ledger.owner.query(`update audit_records set actor_name = '李四' where id = $1`, [String(id)]);
  const altered = await ledger.owner.query<{ leaf: Buffer }>(
    `select ${LEAF_FORMATS[seal.format]} as leaf from audit_records where id = $1`,
    [String(id)],
  );
  altered.rows[0]!.leaf.copy(seal.leaves, index * 32);
  return { seal, id };
}

function renewed(seal: Seal): Seal {
  return { ...seal, hash: sealHash(seal) };
}

async function store({ owner }: AuditLedger, seal: Seal): Promise<void> {
  await owner.query('update audit_seals set leaves = $2, root = $3, previous = $4, hash = $5 where number = $1', [
    String(seal.number),
    seal.leaves,
    seal.root,
    seal.previous,
    seal.hash,
  ]);
}

/** What somebody does who knows how this works and has all rights in the database. */
async function rewrite(scene: Scene): Promise<void> {
  const forged = await forge(scene);
  let last = renewed({ ...forged.seal, root: merkleRoot(forged.seal.leaves) });
  await store(scene.ledger, last);
  const { rows } = await scene.ledger.owner.query<RowOfSeal<Seal>>(
    `select ${SEAL_COLUMNS} from audit_seals where number > $1 order by number`,
    [String(last.number)],
  );
  for (const row of rows) {
    last = renewed({ ...readSeal<Seal>(row), previous: last.hash });
    await store(scene.ledger, last);
  }
}
