import { defineEntity, p } from '@mikro-orm/core';

/** What a hub decided once about taking part in a module's operations; rows are only ever added. */
export const StandAsideEntity = defineEntity({
  name: 'StandAside',
  tableName: 'stand_asides',
  properties: {
    id: p.uuid().primary(),
    districtId: p.integer().defaultRaw('app_district()'),
    module: p.text(),
    organizationId: p.uuid(),
    state: p.text().$type<'ASIDE' | 'TAKES_PART'>(),
    since: p.date(),
    reason: p.text(),
    decidedBy: p.uuid(),
    version: p.integer().version(),
  },
});
