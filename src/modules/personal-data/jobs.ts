import { z } from 'zod';
import type { PluginDefinition } from '../../kernel/index.js';
import { carryOutErasure } from './erasure/erasure.service.js';

const erasureInput = z.object({ requestId: z.uuid() });

export const jobs: NonNullable<PluginDefinition['jobs']> = {
  'carry-out-erasure': {
    title: { zh: '执行到期的本人删除申请', en: 'Carry out a person’s own request for erasure when due' },
    run: async (ctx, input) => carryOutErasure(ctx, erasureInput.parse(input).requestId),
  },
};
