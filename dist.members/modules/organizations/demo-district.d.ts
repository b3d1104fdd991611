import type { DistrictPlace, HubPlace } from '../../demo/places.js';
import type { Random } from '../../demo/random.js';
import type { Synthesizer } from '../../demo/synthetic.js';
import { type RequestContext } from '../../kernel/index.js';
import type { OrganizationKind } from './organization.enums.js';
/** A body made for the demo, with what later ones need of it. */
interface Body {
    readonly id: string;
    readonly code: string;
    readonly foundedOn: string;
    readonly hub: HubPlace;
}
/** When things began: before `until`, the last `recent` of them not before `recentSince`. */
interface Window {
    readonly until: string;
    readonly recentSince?: string;
    readonly recent?: number;
}
/** Makes the bodies of one demo district level by level, through the services. */
export declare class DemoDistrict {
    #private;
    readonly ctx: RequestContext;
    readonly place: DistrictPlace;
    readonly source: {
        readonly random: Random;
        readonly synthetic: Synthesizer;
    };
    constructor(ctx: RequestContext, place: DistrictPlace, source: {
        readonly random: Random;
        readonly synthetic: Synthesizer;
    });
    root(kind: OrganizationKind, name?: string): Promise<Body>;
    hubs(root: Body, places: readonly HubPlace[]): Promise<Body[]>;
    /** One joint union below each of the bodies given, of all kinds in turn. */
    jointUnions(above: readonly Body[]): Promise<Body[]>;
    grids(hub: Body, count: number, foundedOn: string): Promise<Body[]>;
    /** One enterprise union below each of the bodies given; each covers its employer from the day of its founding. */
    enterpriseUnions(above: readonly Body[], window: Window): Promise<Body[]>;
    /** `count` employers, shared evenly among the unions. */
    cover(unions: readonly Body[], count: number, window: Window): Promise<void>;
    /** A chair for each body, and so many vice-chairs; in office since the founding or the demo's last election. */
    appoint(bodies: readonly Body[], viceChairs: number): Promise<void>;
    /** Divides what was counted in the whole district among the bodies that counted it. */
    survey(bodies: readonly Body[], surveyedOn: string, total: {
        readonly workers: number;
        readonly shouldFoundUnits: number;
    }): Promise<void>;
}
export {};
