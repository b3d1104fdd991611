import type { ExportColumn, ExportList } from '../../kernel/index.js';
import type { OrganizationRow } from './organization.entity.js';
import { organizationNode } from './places.js';

/** The tree of union bodies as a list. */
export const exports: Readonly<Record<string, ExportList>> = {
  organizations: {
    title: { zh: '工会组织名单', en: 'Union bodies' },
    type: 'Organization',
    source: organizationNode,
    permission: 'organization:read',
    place: 'node.id',
    columns: {
      code: { title: { zh: '代码', en: 'Code' }, value: (_ctx, row: OrganizationRow) => row.code },
      name: { title: { zh: '名称', en: 'Name' }, value: (_ctx, row: OrganizationRow) => row.name },
      type: { title: { zh: '类型', en: 'Type' }, value: (_ctx, row: OrganizationRow) => row.type },
      level: { title: { zh: '层级', en: 'Level' }, value: (_ctx, row: OrganizationRow) => row.level },
      status: { title: { zh: '状态', en: 'Status' }, value: (_ctx, row: OrganizationRow) => row.status },
    } satisfies Record<string, ExportColumn>,
  },
};
