import { LEAF_FORMATS } from './leaf.js';
import { aboutSeal, type Finding } from './finding.js';
import { merkleRoot } from './merkle.js';
import { NO_SEAL, type Seal, type SealHead, sealHash } from './seal.js';

/** Is a seal whole in itself, and the one that follows the one before? Its records are another matter. */
export function checkSeal(seal: Seal, before: SealHead | undefined): Finding | undefined {
  const expected = (before?.number ?? 0n) + 1n;
  if (seal.number > expected) return aboutSeal('SEAL_REMOVED', expected, `is missing before seal ${seal.number}`);
  if (seal.number < expected) return aboutSeal('SEAL_FORKED', seal.number, 'exists more than once');
  if (!isWhole(seal)) return aboutSeal('SEAL_ALTERED', seal.number, 'does not say what it said when it was made');
  if (!seal.previous.equals(before?.hash ?? NO_SEAL)) {
    return aboutSeal(
      'SEAL_ALTERED',
      seal.number,
      `does not follow ${before ? `seal ${before.number}` : 'the beginning'}`,
    );
  }
  return undefined;
}

function isWhole(seal: Seal): boolean {
  return (
    seal.records > 0 &&
    seal.format in LEAF_FORMATS &&
    seal.recordIds.length === seal.records * 8 &&
    seal.leaves.length === seal.records * 32 &&
    merkleRoot(seal.leaves).equals(seal.root) &&
    sealHash(seal).equals(seal.hash)
  );
}
