import { z } from 'zod';
import type { PluginDefinition } from '../../kernel/index.js';
import { expireExport, writeExport } from './export/write.service.js';

const ofExport = z.object({ exportId: z.uuid() });

export const jobs: NonNullable<PluginDefinition['jobs']> = {
  write: {
    title: { zh: '生成导出文件', en: 'Write the file of an export' },
    run: (ctx, input) => writeExport(ctx, ofExport.parse(input).exportId),
  },
  expire: {
    title: { zh: '销毁过期的导出文件', en: 'Destroy the file of an export whose time is over' },
    run: (ctx, input) => expireExport(ctx, ofExport.parse(input).exportId),
  },
};
