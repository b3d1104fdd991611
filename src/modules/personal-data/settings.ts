import { z } from 'zod';

/** What a district may set, under the module's id. */
export const personalDataSettings = {
  id: 'personal-data',
  settings: z.object({
    /** How many masked values one account may see in full within an hour; an export of a person counts as one. */
    unmaskingsPerHour: z.int().min(0).max(500).default(20),
    /** Days between a person's own request to be erased and the erasure; until then it can be taken back. */
    erasureWaitingDays: z.int().min(0).max(30).default(15),
  }),
} as const;
