import { type PluginDefinition, plain, sql } from 'lianxin/kernel';

/** Which columns are about a person: what export, erasure and retention go by. */
export const personalData: PluginDefinition['personalData'] = [
  {
    table: 'sample_plugin_entries',
    columns: {
      note: plain(''),
      made_on: plain(sql`made_on`),
      closed_on: plain(sql`closed_on`),
    },
    harmless: { synthetic: 'says whether the demo made the row up' },
    personColumn: 'member_id',
    retention: 'benefit',
    endedColumn: 'closed_on',
    onErasure: 'delete',
  },
];
