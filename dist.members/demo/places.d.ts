/**
 * Real places of the demo's three districts of Shanghai: sub-districts (街道), towns (镇) and zones with a federation
 * of their own (the hubs 枢纽型), and well-known roads. As of 2024: Yangpu's former Wujiaochang town is Changhai Road
 * sub-district, Hongkou's former Tilanqiao is North Bund.
 */
export type HubKind = 'SUBDISTRICT' | 'TOWN' | 'ZONE';
export interface HubPlace {
    /** Chinese name with its kind: `四平路街道`, `顾村镇`. */
    readonly name: string;
    readonly kind: HubKind;
}
export interface DistrictPlace {
    /** 6 digits, GB/T 2260, as in `districts.csv`. */
    readonly code: string;
    /** With 区: `宝山区`. */
    readonly name: string;
    readonly nameEn: string;
    readonly hubs: readonly HubPlace[];
    readonly roads: readonly string[];
}
export declare const BAOSHAN: DistrictPlace;
export declare const YANGPU: DistrictPlace;
export declare const HONGKOU: DistrictPlace;
export declare const DISTRICTS: readonly DistrictPlace[];
