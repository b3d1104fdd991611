import type { z } from 'zod';
import type { RequestContext } from '../context.js';
type WithSettings<Shape extends z.ZodObject> = {
    readonly id: string;
    readonly settings: Shape;
};
/** The settings of a module in force for the district on a day (today by default), defaults filled in. */
export declare function settingsOf<Shape extends z.ZodObject>(ctx: RequestContext, plugin: WithSettings<Shape>, on?: string): Promise<z.infer<Shape>>;
/**
 * Changes some settings of a module from a day on; earlier values stay on record.
 * Errors: INVALID_VALUE per setting that does not fit.
 */
export declare function changeSettings<Shape extends z.ZodObject>(ctx: RequestContext, plugin: WithSettings<Shape>, changes: Partial<z.input<Shape>>, since?: string): Promise<z.infer<Shape>>;
export {};
