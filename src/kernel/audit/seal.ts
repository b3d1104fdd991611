import { hash } from 'node:crypto';

/** One link of a district's chain: which records it covers, in which order, with which hashes. */
export interface Seal {
  readonly districtId: number;
  /** 1, 2, 3 … without gaps. */
  readonly number: bigint;
  /** Of the leaves; see LEAF_FORMATS. */
  readonly format: number;
  /** UTC with microseconds, `2026-11-21T08:00:00.000000Z`. */
  readonly sealedAt: string;
  readonly era: number;
  readonly floorId: bigint;
  /** Transaction and id of the last record covered. */
  readonly lastTx: bigint;
  readonly lastId: bigint;
  /** Highest record id covered by this seal or one before it. */
  readonly maxId: bigint;
  readonly records: number;
  /** 8 bytes per record, most significant first. */
  readonly recordIds: Buffer;
  /** 32 bytes per record. */
  readonly leaves: Buffer;
  readonly root: Buffer;
  /** Hash of the seal before; zeros in the first one. */
  readonly previous: Buffer;
  readonly hash: Buffer;
}

export const NO_SEAL = Buffer.alloc(32);

/** Hash of everything a seal says; the leaves stand in it through their root. */
export function sealHash(seal: Omit<Seal, 'hash'>): Buffer {
  const facts = [
    seal.districtId,
    String(seal.number),
    seal.format,
    seal.sealedAt,
    seal.era,
    String(seal.floorId),
    String(seal.lastTx),
    String(seal.lastId),
    String(seal.maxId),
    seal.records,
    hash('sha256', seal.recordIds),
    seal.root.toString('hex'),
    seal.previous.toString('hex'),
  ];
  return hash('sha256', JSON.stringify(facts), 'buffer');
}

export function packIds(ids: readonly bigint[]): Buffer {
  const packed = Buffer.alloc(ids.length * 8);
  ids.forEach((id, index) => {
    packed.writeBigInt64BE(id, index * 8);
  });
  return packed;
}

export function idAt(recordIds: Buffer, index: number): bigint {
  return recordIds.readBigInt64BE(index * 8);
}

/** A seal without what it covers: all that the next one rests on. */
export type SealHead = Omit<Seal, 'recordIds' | 'leaves'>;

/** Columns of a seal's head under the names of {@link Seal}. */
export const SEAL_HEAD = `district_id as "districtId", number, format,
  to_char(sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "sealedAt", era, floor_id as "floorId",
  last_tx as "lastTx", last_id as "lastId", max_id as "maxId", records, root, previous, hash`;

/** All columns of a seal. */
export const SEAL_COLUMNS = `${SEAL_HEAD}, record_ids as "recordIds", leaves`;

/** As the driver answers it: large numbers are text. */
export type RowOfSeal<Type extends SealHead> = {
  readonly [Key in keyof Type]: Type[Key] extends bigint ? string : Type[Key];
};

export function readSeal<Type extends SealHead>(row: RowOfSeal<Type>): Type {
  const { number, floorId, lastTx, lastId, maxId } = row as RowOfSeal<SealHead>;
  return {
    ...row,
    number: BigInt(number),
    floorId: BigInt(floorId),
    lastTx: BigInt(lastTx),
    lastId: BigInt(lastId),
    maxId: BigInt(maxId),
  } as unknown as Type;
}
