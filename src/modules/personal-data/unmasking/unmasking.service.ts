import { kernelErrors, nodePlace, type RequestContext, recordRead, refuse } from '../../../kernel/index.js';
import { assertLooksLeft, recordLook } from '../disclosure/disclosure.service.js';
import { errors } from '../errors.js';
import { assertMayAbout } from '../person.repository.js';
import { statedReason } from '../stated-reason.js';
import type { UnmaskInput } from './unmasking.inputs.js';
import { maskedColumn, sealedValue } from './unmasking.repository.js';

/**
 * The full value of a field that the graph shows masked, for an officer with a purpose and a reason. Leaves one READ
 * record in the audit and one disclosure that the person can read, both in the transaction that opens the value.
 * Errors: NOT_FOUND, FORBIDDEN, PERSONAL_DATA_FIELD_UNKNOWN, PERSONAL_DATA_REASON_REQUIRED,
 * PERSONAL_DATA_LIMIT_REACHED, PERSONAL_DATA_ERASED.
 */
export async function unmask(ctx: RequestContext, input: UnmaskInput): Promise<string> {
  const reason = statedReason(input.reason);
  const node = nodePlace(ctx, input.id);
  const path = ['input', 'id'];
  if (!node || !(await node.source.load(ctx, node.uuid))) throw refuse(kernelErrors.NOT_FOUND, { path });
  const masked = maskedColumn(ctx, `${node.type}.${input.field}`);
  if (!masked) {
    throw refuse(errors.PERSONAL_DATA_FIELD_UNKNOWN, { path: ['input', 'field'], details: { field: input.field } });
  }
  return ctx.transaction(async (tx) => {
    const found = await sealedValue(tx, masked, node.uuid);
    if (!found) throw refuse(kernelErrors.NOT_FOUND, { path });
    const { personId, sealed } = found;
    await assertMayAbout(tx, 'personal-data:unmask', personId, path);
    await assertLooksLeft(tx);
    const place = { table: masked.definition.table, column: masked.column, rowId: node.uuid, personId };
    const value = sealed && sealed.length > 0 ? await tx.kernel.vault.open(tx, place, sealed) : null;
    if (value === null) throw refuse(errors.PERSONAL_DATA_ERASED, { path });
    const fields = [input.field];
    const { purpose } = input;
    await recordRead(tx, { entity: node.type, nodeType: node.type, nodeId: node.uuid, fields, purpose });
    await recordLook(tx, {
      kind: 'UNMASKING',
      permission: 'personal-data:unmask',
      memberId: personId,
      fields: [`${node.type}.${input.field}`],
      purpose,
      reason,
    });
    return value;
  });
}
