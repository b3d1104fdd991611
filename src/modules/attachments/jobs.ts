import { z } from 'zod';
import type { PluginDefinition } from '../../kernel/index.js';
import { sweep } from './attachment/removal.service.js';

const removal = z.object({ storageKey: z.string() });

export const jobs: NonNullable<PluginDefinition['jobs']> = {
  sweep: {
    title: { zh: '清理未完成的上传', en: 'Give up uploads that never came' },
    run: (ctx) => sweep(ctx),
  },
  'remove-content': {
    title: { zh: '删除已移除附件的内容', en: 'Remove contents of files that are gone' },
    run: (ctx, input) => ctx.kernel.files.delete(removal.parse(input).storageKey),
  },
};
