import { z } from 'zod';
import { setting } from '../../kernel/index.js';

/** What a district may set for exports, under the module's id. */
export const exportSettings = {
  id: 'exports',
  settings: z.object({
    approvalAbove: setting(
      z.int().min(0).max(500).default(500),
      { zh: '免审批导出行数', en: 'Rows without approval' },
      {
        unit: { zh: '行', en: 'rows' },
        help: {
          zh: '一人一日内导出超过此数须另一人批准',
          en: 'Rows one person may take out within a day before a second person must approve',
        },
      },
    ),
    keptHours: setting(
      z.int().min(1).max(24).default(24),
      { zh: '文件保留时间', en: 'How long a file can be fetched' },
      { unit: { zh: '小时', en: 'hours' } },
    ),
  }),
} as const;
