import { type RequestContext, refuse } from '../../../kernel/index.js';
import { errors } from '../errors.js';
import { isErased, keepPerson } from './erasure.repository.js';

/**
 * Asserts that a person is not erased, and will not be before this transaction ends: for services, before they write
 * anything about somebody whose membership may be over. What came after an erasure no erasure would take away.
 * Errors: PERSONAL_DATA_ERASED.
 */
export async function assertNotErased(tx: RequestContext, memberId: string, path: readonly string[]): Promise<void> {
  await keepPerson(tx, memberId);
  if (await isErased(tx, memberId)) throw refuse(errors.PERSONAL_DATA_ERASED, { path });
}
