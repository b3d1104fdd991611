import { z } from 'zod';
/** What a district may set for its register, under the module's id. */
export declare const memberSettings: {
    readonly id: 'members';
    readonly settings: z.ZodObject<{
        applicationDecisionDays: z.ZodDefault<z.ZodInt>;
    }, z.core.$strip>;
};
