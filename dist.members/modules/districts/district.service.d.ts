import { type RequestContext } from '../../kernel/index.js';
import type { District } from './district.type.js';
/** The districts that the caller may know of here: the own one, and all of them at city level, by code. */
export declare function visibleDistricts(ctx: RequestContext): Promise<District[]>;
/** One of them; `null` for any other code, known or not. */
export declare function visibleDistrict(ctx: RequestContext, code: string): Promise<District | null>;
