import { z } from 'zod';
/** What a district may set for its register, under the module's id. */
export const memberSettings = {
    id: 'members',
    settings: z.object({
        /** Working days within which an application is decided. Default: three days, as in Xiangyang (domain book). */
        applicationDecisionDays: z.int().min(1).max(30).default(3),
    }),
};
//# sourceMappingURL=settings.js.map