import { hash } from 'node:crypto';

const SIZE = 32;

/**
 * Root of a Merkle tree over hashes of 32 bytes that stand one after another; a node without a partner moves up as it
 * is. Of one leaf it is that leaf.
 */
export function merkleRoot(leaves: Uint8Array): Buffer {
  if (leaves.length === 0 || leaves.length % SIZE !== 0) throw new Error('leaves are hashes of 32 bytes, at least one');
  const level = Buffer.from(leaves);
  // The leading one keeps inner nodes apart from leaves (RFC 9162, 2.1.1).
  const pair = Buffer.alloc(1 + 2 * SIZE, 1);
  let count = leaves.length / SIZE;
  while (count > 1) {
    const pairs = count >> 1;
    for (let index = 0; index < pairs; index += 1) {
      level.copy(pair, 1, index * 2 * SIZE, (index + 1) * 2 * SIZE);
      hash('sha256', pair, 'buffer').copy(level, index * SIZE);
    }
    if (count % 2 === 1) level.copy(level, pairs * SIZE, (count - 1) * SIZE, count * SIZE);
    count = pairs + (count % 2);
  }
  return Buffer.from(level.subarray(0, SIZE));
}
