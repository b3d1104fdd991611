import { z } from 'zod';
import { setting } from '../../kernel/index.js';

const MEBIBYTES = { zh: 'MiB', en: 'MiB' };

/** What a district may set for attachments, under the module's id. */
export const attachmentSettings = {
  id: 'attachments',
  settings: z.object({
    maxMegabytes: setting(
      z.int().min(1).max(100).default(100),
      { zh: '单个文件大小上限', en: 'Largest file' },
      { unit: MEBIBYTES, help: { zh: '不论种类', en: 'Whatever its kind' } },
    ),
    maxMegabytesOfKind: setting(
      z.record(z.string(), z.int().min(1).max(100)).default({}),
      { zh: '各种类文件大小上限', en: 'Largest file of single kinds' },
      {
        unit: MEBIBYTES,
        help: {
          zh: '按 Type.kind 填写；不会超过该种类自身的上限',
          en: 'By Type.kind; never more than the kind itself allows',
        },
      },
    ),
    maxUnpackedMegabytes: setting(
      z.int().min(1).max(1_000).default(500),
      { zh: '压缩类文档解压后大小上限', en: 'Largest unpacked document' },
      { unit: MEBIBYTES, help: { zh: '适用于 DOCX 和 XLSX', en: 'Of a DOCX or XLSX' } },
    ),
  }),
} as const;
