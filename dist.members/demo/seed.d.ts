import { type Kernel } from '../kernel/index.js';
/** Districts of the demo: Baoshan, Yangpu, Hongkou and one industrial federation. */
export declare const DEMO_DISTRICTS: readonly string[];
/** Everything in the demo follows from this number. */
export declare const DEMO_SEED = 20261121;
export interface SeedRequest {
    readonly districts: readonly string[];
    /** 100 = one hundredth of the reported figures, 1 = all. */
    readonly divisor: number;
    readonly progress: (step: string) => void;
}
/**
 * Fills demo districts that are still empty, each in one transaction, through the services of the installed modules: a
 * kill half-way leaves nothing behind, a second run does nothing. Made-up people only.
 */
export declare function seedDemo(kernel: Kernel, request: SeedRequest): Promise<void>;
