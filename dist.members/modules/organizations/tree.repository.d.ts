import type { RequestContext } from '../../kernel/index.js';
/** Bodies may be created side by side, while none moves. Rows read before are stale: read again after this. */
export declare function keepTree(tx: RequestContext): Promise<void>;
/** One move at a time in a district. Rows read before are stale: read again after this. */
export declare function lockTree(tx: RequestContext): Promise<void>;
/** A body below a parent for a time; `until` null = up to now. */
export interface Branch {
    readonly id: string;
    readonly parentId: string | null;
    readonly since: string;
}
/** Enters new bodies into the tree: themselves, below their parents and below everything above those, at any time. */
export declare function plant(tx: RequestContext, branches: readonly Branch[]): Promise<void>;
/** Whether `id` lies in today's subtree of `ancestor`, which contains itself. */
export declare function isBelow(tx: RequestContext, id: string, ancestor: string): Promise<boolean>;
/** Hangs a body with its whole subtree below another parent from `day` on. Needs the lock of the tree. */
export declare function replant(tx: RequestContext, id: string, parentId: string, day: string): Promise<void>;
/** Lets a body's place in the tree begin earlier, when its founding turns out to lie before the day it was entered. */
export declare function backdate(tx: RequestContext, id: string, since: string): Promise<void>;
