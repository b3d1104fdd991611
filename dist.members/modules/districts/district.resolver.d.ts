import { type RequestContext } from '../../kernel/index.js';
import { District } from './district.type.js';
export declare class DistrictResolver {
    district(code: string, ctx: RequestContext): Promise<District | null>;
    districts(ctx: RequestContext): Promise<District[]>;
}
