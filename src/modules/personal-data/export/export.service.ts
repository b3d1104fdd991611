import { type RequestContext, recordRead, toGlobalId } from '../../../kernel/index.js';
import { assertLooksLeft, recordLook } from '../disclosure/disclosure.service.js';
import { assertOwnOrMay, isOwn } from '../person.repository.js';
import { exportedTables } from './export.repository.js';
import type { PersonalDataExport } from './export.type.js';

/**
 * Everything that the installed modules keep about one person, with full values, also of modules that the district has
 * off. For the person, or for an officer with the permission; an officer's export counts against the limit of full
 * values and stands in the person's disclosures. Leaves one READ record.
 * Errors: NOT_FOUND, FORBIDDEN, PERSONAL_DATA_LIMIT_REACHED.
 */
export async function personalDataOf(ctx: RequestContext, memberId: string): Promise<PersonalDataExport> {
  const permission = 'personal-data:export';
  return ctx.transaction(async (tx) => {
    tx.action = 'personalDataOf';
    await assertOwnOrMay(tx, permission, memberId, ['memberId']);
    const own = isOwn(tx, memberId);
    if (!own) await assertLooksLeft(tx);
    const tables = await exportedTables(tx, memberId);
    const files: object[] = [];
    for (const { id: module, personalFiles } of tx.kernel.registry.plugins) {
      const found = await personalFiles?.export(tx, memberId);
      files.push(...(found ?? []).map((file) => ({ module, ...file })));
    }
    const fields = tables.filter(({ rows }) => rows.length > 0).map(({ table }) => table);
    const purpose = own ? 'OWN_EXPORT' : 'EXPORT';
    await recordRead(tx, { entity: 'Member', nodeType: 'Member', nodeId: memberId, fields, purpose });
    if (!own) await recordLook(tx, { kind: 'EXPORT', permission, memberId, fields, purpose, reason: '' });
    const member = toGlobalId('Member', memberId);
    return { exportedAt: tx.facts.startedAt, content: { member, district: tx.district.code, tables, files } };
  });
}
