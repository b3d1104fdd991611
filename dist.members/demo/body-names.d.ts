import type { DistrictPlace, HubPlace } from './places.js';
import type { Random } from './random.js';
/** What a joint union (联合工会) gathers: the kinds of domain.md, section 1. */
export type JointUnionKind = 'REGIONAL' | 'INDUSTRY' | 'PARK' | 'BUILDING' | 'STREET_SHOP' | 'COMPOUND' | 'LODGING_PLACE' | 'GRID' | 'PROJECT_SITE' | 'FARM_COOPERATIVE' | 'FELLOWSHIP';
export declare const JOINT_UNION_KINDS: readonly JointUnionKind[];
/** `上海…有限公司` -> `上海…有限公司工会`: the union of one employer. */
export declare function unionName(employer: string): string;
/** `顾村镇` -> `顾村镇总工会`, `四平路街道` -> `四平路街道总工会`: the hub's federation. */
export declare function hubName(place: HubPlace): string;
/** `宝山区` -> `宝山区总工会`. */
export declare function districtFederationName(place: DistrictPlace): string;
/**
 * A name for a joint union under `hub`. Its roads are the district's, not the hub's own, and whether the kind suits the
 * place (farm co-operatives in a town) is for the caller. Names repeat by chance; the synthesizer sees to that.
 *
 * REGIONAL 片区, INDUSTRY 行业, PARK 园区, BUILDING 楼宇, STREET_SHOP 沿街商户, COMPOUND 居民小区, LODGING_PLACE 租住地,
 * GRID 网格, PROJECT_SITE 项目工地, FARM_COOPERATIVE 农民专业合作社, FELLOWSHIP 联谊会.
 */
export declare function jointUnionName(random: Random, kind: JointUnionKind, hub: HubPlace, district: DistrictPlace): string;
/** A residential compound, `控江锦绣一村`, `牡丹江阳光家园`. */
export declare function compoundName(random: Random, district: DistrictPlace): string;
/** An office tower or park where employers sit, with its street address: `四平路812号新华大厦`. */
export declare function address(random: Random, district: DistrictPlace): string;
