import type { Seal } from './seal.js';

/** Smaller than any transaction or record. */
const LOWEST = -(2n ** 63n);

/**
 * How far a district is sealed: records are sealed in the order of (tx, id), and this is the last one.
 *
 * Transaction ids grow for ever on one server, but a dump that is restored on another starts at small ones again. The
 * records from then on are a new era: those with ids above `floorId`, the highest one sealed before.
 */
export interface Position {
  readonly era: number;
  readonly floorId: bigint;
  readonly tx: bigint;
  readonly id: bigint;
}

export const BEGINNING: Position = { era: 0, floorId: LOWEST, tx: LOWEST, id: LOWEST };

export function positionAfter(seal: Pick<Seal, 'era' | 'floorId' | 'lastTx' | 'lastId'> | undefined): Position {
  return seal ? { era: seal.era, floorId: seal.floorId, tx: seal.lastTx, id: seal.lastId } : BEGINNING;
}

/** The position from which records are sealed once the server's transaction ids have started anew. */
export function nextEra(last: Pick<Seal, 'era' | 'maxId'>): Position {
  return { era: last.era + 1, floorId: last.maxId, tx: LOWEST, id: LOWEST };
}
