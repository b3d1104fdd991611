import type pg from 'pg';
import type { Anchor } from './anchors.js';
import { aboutRecord, aboutSeal, type Finding } from './finding.js';
import { BEGINNING, positionAfter } from './position.js';
import { idAt, type Seal, type SealHead } from './seal.js';
import { checkSeal } from './seal-check.js';
import { floorsOf, sealsOf } from './seal-reader.js';
import { checkRun, LAST_ID, readLeaves, type SealedRun } from './sealed-run.js';
import { readTail, type Tail } from './tail.js';

/** What the verifier says about one district. */
export interface Verdict {
  readonly seals: bigint;
  /** Records of the seals that were looked at; all of them when nothing was found. */
  readonly records: number;
  readonly tail: Tail;
  readonly finding?: Finding;
}

/** Records that one statement reads; a seal more or less does not matter. */
const RECORDS_PER_RUN = 10_000;

/**
 * Looks at every seal and every record of a district, on one snapshot, and stops at the first thing that is not as it
 * was sealed. The connections need no more than the right to read, and stand in the district. There are two at least:
 * the first one reads the chain, the others read records at the same time.
 */
export async function verifyDistrict(
  clients: readonly pg.Client[],
  districtId: number,
  anchors: readonly Anchor[],
): Promise<Verdict> {
  const [first, ...others] = clients;
  const verification = new Verification(first!, others, districtId, anchors);
  await first!.query('begin isolation level repeatable read read only');
  try {
    const { rows } = await first!.query<{ snapshot: string }>('select pg_export_snapshot() as snapshot');
    for (const client of others) {
      await client.query('begin isolation level repeatable read read only');
      await client.query(`set transaction snapshot '${rows[0]!.snapshot}'`);
    }
    return await verification.run();
  } finally {
    await verification.settled();
    for (const client of clients) await client.query('rollback');
  }
}

class Verification {
  readonly #anchors: ReadonlyMap<string, readonly Anchor[]>;
  #last: SealHead | undefined;
  #records = 0;
  #floors: ReadonlyMap<number, bigint> = new Map();
  /** Seals whose records are still to be read. */
  #collected: Seal[] = [];
  #collectedRecords = 0;
  #before: SealHead | undefined;
  /** Runs under way, in the order of the chain. */
  readonly #pending: Promise<Finding | undefined>[] = [];
  #next = 0;

  /** The last work given to each of the clients that read records. */
  readonly #busy: Promise<unknown>[];

  constructor(
    readonly chain: pg.Client,
    readonly readers: readonly pg.Client[],
    readonly districtId: number,
    anchors: readonly Anchor[],
  ) {
    this.#anchors = Map.groupBy(anchors, ({ seal }) => seal);
    this.#busy = readers.map(() => Promise.resolve());
  }

  /** Nothing is under way any more, also after a finding that came early. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#busy);
  }

  async run(): Promise<Verdict> {
    this.#floors = await floorsOf(this.chain, this.districtId);
    const finding = (await this.#checkChain()) ?? this.#checkCut();
    const rest = await readTail(this.chain, this.districtId, positionAfter(this.#last), this.#records);
    return {
      seals: this.#last?.number ?? 0n,
      records: this.#records,
      tail: rest.tail,
      finding: finding ?? rest.finding,
    };
  }

  async #checkChain(): Promise<Finding | undefined> {
    for await (const seal of sealsOf(this.chain, this.districtId)) {
      const broken = checkSeal(seal, this.#last) ?? this.#checkAnchors(seal);
      if (broken) return (await this.#finish()) ?? broken;
      this.#collect(seal);
      if (this.#pending.length > 2 * this.readers.length) {
        const finding = await this.#pending.shift();
        if (finding) return finding;
      }
    }
    return this.#finish();
  }

  #collect(seal: Seal): void {
    const anew = this.#last?.era !== seal.era;
    const full = this.#collectedRecords + seal.records > RECORDS_PER_RUN;
    if (anew || full || this.#last?.format !== seal.format) this.#readCollected();
    if (anew && this.#last) this.#start((client) => this.#checkEnd(client, this.#runAfter(seal.era)));
    if (this.#collected.length === 0) this.#before = anew ? undefined : this.#last;
    this.#collected.push(seal);
    this.#collectedRecords += seal.records;
    this.#last = seal;
    this.#records += seal.records;
  }

  #readCollected(): void {
    const [first] = this.#collected;
    if (!first) return;
    const after = this.#before ? positionAfter(this.#before) : { ...BEGINNING, floorId: first.floorId };
    const run: SealedRun = { after, ceiling: this.#floors.get(first.era + 1) ?? LAST_ID, seals: this.#collected };
    this.#collected = [];
    this.#collectedRecords = 0;
    this.#start((client) => checkRun(client, run));
  }

  /** What is left of the era that ends with the last seal. */
  #runAfter(era: number): SealedRun {
    return { after: positionAfter(this.#last), ceiling: this.#floors.get(era) ?? LAST_ID, seals: [] };
  }

  async #checkEnd(client: pg.Client, run: SealedRun): Promise<Finding | undefined> {
    const { ids } = await readLeaves(client, this.districtId, 1, run, { tx: LAST_ID, id: LAST_ID });
    if (ids.length === 0) return undefined;
    return aboutRecord('RECORD_INSERTED', idAt(ids, 0), undefined, 'was put in behind the end of its era');
  }

  #start(work: (client: pg.Client) => Promise<Finding | undefined>): void {
    const index = this.#next++ % this.readers.length;
    const running = this.#busy[index]!.then(() => work(this.readers[index]!));
    // Whoever stops at an earlier finding never asks for it.
    this.#busy[index] = running.catch(() => undefined);
    this.#pending.push(running);
  }

  async #finish(): Promise<Finding | undefined> {
    this.#readCollected();
    for (const running of this.#pending.splice(0)) {
      const finding = await running;
      if (finding) return finding;
    }
    return undefined;
  }

  #checkAnchors({ number, hash }: SealHead): Finding | undefined {
    const told = this.#anchors.get(String(number))?.find((anchor) => anchor.hash !== hash.toString('hex'));
    return told && aboutSeal('ANCHOR_CONTRADICTS', number, `is not the one that was anchored at ${told.at}`);
  }

  #checkCut(): Finding | undefined {
    const end = this.#last?.number ?? 0n;
    const beyond = [...this.#anchors.keys()].map(BigInt).find((number) => number > end);
    if (beyond === undefined) return undefined;
    return aboutSeal('CHAIN_CUT', beyond, `was anchored, and the chain ends at seal ${end}`);
  }
}
