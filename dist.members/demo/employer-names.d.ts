import { type Random } from './random.js';
/**
 * Names of synthetic firms, `上海宝山瑞通物流有限公司`: place, brand, trade, legal form. Brands are put together from
 * characters of good omen, as real ones are; a name may by chance be that of a real firm, which is why the row, not
 * the name, says that it is synthetic.
 */
export type Trade = 'MANUFACTURING' | 'LOGISTICS' | 'CONSTRUCTION' | 'RETAIL' | 'CATERING' | 'PROPERTY' | 'TECHNOLOGY' | 'DOMESTIC_SERVICE' | 'EDUCATION' | 'HEALTH';
export declare function trade(random: Random): Trade;
/**
 * @param district Chinese name, `宝山区` or `宝山`; about a third of the names carry it
 * @param brandLength characters of the brand
 */
export declare function employerName(random: Random, district: string, of: Trade, brandLength: 2 | 3 | 4): string;
