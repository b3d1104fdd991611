import type { Pool } from 'pg';
/**
 * What would let a request see or change what its policies forbid. Empty = safe.
 * Looks at the role of the given connection and at every table it may touch.
 */
export declare function unsafeFindings(pool: Pick<Pool, 'query'>): Promise<string[]>;
