import { type RequestContext } from '../../kernel/index.js';
import { type DemoUnion } from './demo.repository.js';
interface Options {
    readonly divisor: number;
    readonly seed: number;
    readonly asOf: string;
    /** Of the synthesizer; organizations use those below 20. */
    readonly series: number;
}
/** Fills the register of one demo district, through the services. */
export declare class DemoRegister {
    #private;
    readonly tx: RequestContext;
    readonly options: Options;
    readonly unions: readonly DemoUnion[];
    private constructor();
    static open(tx: RequestContext, options: Options): Promise<DemoRegister>;
    /** Exactly `total` members, more in some unions than in others, each joined before the reported day. */
    enrol(total: number): Promise<void>;
    /** Between `from` and `to` members, divided, in each joint union, and never fewer than `least`. */
    enrolEach(from: number, to: number, least: number): Promise<void>;
    /** Some of the oldest retire after the reported day, and as many newcomers join. */
    retireAndReplace(): Promise<void>;
    /** Some move to another union after the reported day. */
    transfer(): Promise<void>;
    /** Some members of enterprise unions are covered by a joint union as well. */
    cover(): Promise<void>;
    /** A handful of applications: most wait for a decision, one was rejected. */
    apply(): Promise<void>;
}
export {};
