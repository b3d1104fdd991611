import { z } from 'zod';

/** What a district may set for its clients, under the module's id. */
export const clientSettings = {
  id: 'clients',
  settings: z.object({
    /** Days after which a new key stops, unless an earlier end is asked for. */
    keyDays: z.int().min(1).max(730).default(365),
  }),
} as const;
