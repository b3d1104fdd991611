import { CONTRACT_VERSION, definePlugin } from '../../kernel/index.js';
import { errors } from './errors.js';
import { ExportEntity } from './export/export.entity.js';
import { exportNode } from './export/export.node.js';
import { ExportResolver } from './export/export.resolver.js';
import { jobs } from './jobs.js';
import { permissions } from './permissions.js';
import { personalData } from './personal-data.js';
import { personalFiles } from './personal-files.js';
import { routes } from './routes.js';
import { exportSettings } from './settings.js';

export const exports = definePlugin({
  id: exportSettings.id,
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  title: { zh: '名单导出', en: 'Exports of lists' },
  requires: ['organizations', 'access', 'attachments', 'personal-data'],
  entities: [ExportEntity],
  migrations: new URL('../../../migrations/exports/', import.meta.url),
  resolvers: [ExportResolver],
  nodes: { Export: exportNode },
  permissions,
  errors,
  settings: exportSettings.settings,
  events: {
    'export.requested': { zh: '有人申请导出', en: 'Somebody asked for an export' },
    'export.decided': { zh: '导出有了审批结果', en: 'An export was decided on' },
    'export.ready': { zh: '导出文件已生成', en: 'The file of an export is ready' },
  },
  jobs,
  routes,
  personalData,
  personalFiles,
});
