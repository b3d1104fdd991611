import type { RequestContext } from '../../kernel/index.js';
interface Figures {
    readonly workers: number;
    readonly shouldFoundUnits: number;
}
/** The survey in force on a day (of that day or before), and the day of the first one after it. */
export declare function surveysAround(ctx: RequestContext, organizationId: string, day: string): Promise<{
    inForce: Figures | null;
    next: string | null;
}>;
export {};
