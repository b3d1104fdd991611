import { defineEntity, p } from '@mikro-orm/core';
import type { RoleScope } from '../../../kernel/index.js';

/** A role that a district has made for itself; `code` begins with `own-`. */
export const DistrictRoleEntity = defineEntity({
  name: 'DistrictRole',
  tableName: 'district_roles',
  properties: {
    id: p.uuid().primary(),
    districtId: p.integer().defaultRaw('app_district()'),
    code: p.string(),
    titleZh: p.string(),
    titleEn: p.string(),
    scope: p.string().$type<RoleScope>(),
    permissions: p.json().$type<readonly string[]>(),
    version: p.integer().version(),
  },
});
