import { z } from 'zod';
import { setting } from '../../kernel/index.js';

/** What a district may set, under the module's id. */
export const personalDataSettings = {
  id: 'personal-data',
  settings: z.object({
    unmaskingsPerHour: setting(
      z.int().min(0).max(500).default(20),
      { zh: '每小时可查看的完整敏感信息', en: 'Sensitive values seen in full per hour' },
      {
        unit: { zh: '项', en: 'values' },
        help: {
          zh: '按账号计；导出一人的资料算一项',
          en: 'Per account; an export of a person counts as one',
        },
      },
    ),
    erasureWaitingDays: setting(
      z.int().min(0).max(30).default(15),
      { zh: '本人申请删除后的等待期', en: 'Waiting time before an erasure one asked for' },
      { unit: { zh: '天', en: 'days' }, help: { zh: '期间可撤回', en: 'Until then it can be taken back' } },
    ),
  }),
} as const;
