import { defineEntity, p } from '@mikro-orm/core';

/** A change of the settings of a module; the kernel writes it, and its audit record, and nobody alters it. */
export const SettingsChangeEntity = defineEntity({
  name: 'SettingsChange',
  tableName: 'module_settings',
  properties: {
    id: p.uuid().primary(),
    districtId: p.integer().defaultRaw('app_district()'),
    module: p.string(),
    since: p.date(),
    changes: p.json().$type<Readonly<Record<string, unknown>>>(),
    reason: p.string(),
    changedAt: p.datetime(),
    changedBy: p.uuid(),
    revertsTo: p.uuid().nullable(),
    version: p.integer().version(),
  },
});
