import { z } from 'zod';

/** What a district may set for exports, under the module's id. */
export const exportSettings = {
  id: 'exports',
  settings: z.object({
    /** Rows one person may take out within a day before a second person must approve; 500 is the most. */
    approvalAbove: z.int().min(0).max(500).default(500),
    /** Hours for which a file can be fetched. */
    keptHours: z.int().min(1).max(24).default(24),
  }),
} as const;
