import type { EntityName, RequiredEntityData } from '@mikro-orm/core';
import type { RequestContext } from '../../kernel/index.js';
/**
 * Inserts entities with their audit records, in units of work of their own inside the same transaction: later flushes
 * need not look through thousands of rows again.
 */
export declare function insertAll<Entity extends object>(tx: RequestContext, entity: EntityName<Entity>, rows: readonly RequiredEntityData<Entity>[]): Promise<void>;
