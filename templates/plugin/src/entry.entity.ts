import { defineEntity, p } from 'lianxin/kernel';

/** One note about a member. */
export const EntryEntity = defineEntity({
  name: 'SamplePluginEntry',
  tableName: 'sample_plugin_entries',
  properties: {
    id: p.uuid().primary(),
    districtId: p.integer().defaultRaw('app_district()'),
    memberId: p.uuid(),
    note: p.text(),
    madeOn: p.date(),
    closedOn: p.date().nullable(),
    synthetic: p.boolean().default(false),
    version: p.integer().version(),
  },
});
