import { z } from 'zod';
import { setting } from '../../kernel/index.js';

/** What a district may set for its register, under the module's id. */
export const memberSettings = {
  id: 'members',
  settings: z.object({
    /** Default: three days, as in Xiangyang (domain book). */
    applicationDecisionDays: setting(
      z.int().min(1).max(30).default(3),
      { zh: '入会申请审批期限', en: 'Time to decide an application' },
      { unit: { zh: '个工作日', en: 'working days' } },
    ),
  }),
} as const;
