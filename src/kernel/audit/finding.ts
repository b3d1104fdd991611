/** What somebody did to the audit of a district: the first thing found, in the order of the chain. */
export interface Finding {
  readonly kind:
    | 'RECORD_ALTERED'
    | 'RECORD_REMOVED'
    | 'RECORD_INSERTED'
    | 'RECORD_MOVED'
    | 'SEAL_ALTERED'
    | 'SEAL_REMOVED'
    | 'SEAL_FORKED'
    | 'CHAIN_CUT'
    | 'ANCHOR_CONTRADICTS';
  /** Number of the record, where one can be named. */
  readonly record?: bigint;
  /** Number of the seal that tells. */
  readonly seal?: bigint;
  /** One sentence for the operator. */
  readonly text: string;
}

export function aboutRecord(kind: Finding['kind'], record: bigint, seal: bigint | undefined, text: string): Finding {
  return { kind, record, seal, text: `record ${record} ${text}${seal === undefined ? '' : ` (seal ${seal})`}` };
}

export function aboutSeal(kind: Finding['kind'], seal: bigint, text: string): Finding {
  return { kind, seal, text: `seal ${seal} ${text}` };
}
