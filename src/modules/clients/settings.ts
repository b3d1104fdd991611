import { z } from 'zod';
import { setting } from '../../kernel/index.js';

/** What a district may set for its clients, under the module's id. */
export const clientSettings = {
  id: 'clients',
  settings: z.object({
    keyDays: setting(
      z.int().min(1).max(730).default(365),
      { zh: '新密钥的有效期', en: 'Life of a new key' },
      {
        unit: { zh: '天', en: 'days' },
        help: { zh: '签发时可要求更早到期', en: 'Whoever issues one may ask for an earlier end' },
      },
    ),
  }),
} as const;
