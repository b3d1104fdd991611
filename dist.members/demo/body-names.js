export const JOINT_UNION_KINDS = [
    'REGIONAL',
    'INDUSTRY',
    'PARK',
    'BUILDING',
    'STREET_SHOP',
    'COMPOUND',
    'LODGING_PLACE',
    'GRID',
    'PROJECT_SITE',
    'FARM_COOPERATIVE',
    'FELLOWSHIP',
];
/** `上海…有限公司` -> `上海…有限公司工会`: the union of one employer. */
export function unionName(employer) {
    return `${employer}工会`;
}
/** `顾村镇` -> `顾村镇总工会`, `四平路街道` -> `四平路街道总工会`: the hub's federation. */
export function hubName(place) {
    return `${place.name}总工会`;
}
/** `宝山区` -> `宝山区总工会`. */
export function districtFederationName(place) {
    return `${place.name}总工会`;
}
const NUMERALS = '一二三四五六七八九十';
/** 1 to 99 as Chinese numerals, 12 -> 十二, 20 -> 二十. */
function numeral(n) {
    const unit = n % 10 === 0 ? '' : NUMERALS.charAt((n % 10) - 1);
    if (n < 10)
        return unit;
    return `${n < 20 ? '' : NUMERALS.charAt(Math.floor(n / 10) - 1)}十${unit}`;
}
const list = (text) => text.split(' ');
const INDUSTRIES = list('物流 快递 餐饮 家政服务 物业 美容美发 保安服务 建筑装饰 汽车维修 网络送餐 护理 零售');
const GOOD = list('宏业 新华 金桥 恒丰 天地 联创 智汇 中环 锦绣 创业 海上 明珠 东方 汇智 星光 长江 百联 绿洲 阳光 和平');
const PARK_KINDS = list('科技园 产业园 创意园 物流园 智造园 电商园');
const BUILDING_KINDS = list('大厦 广场 商务楼 国际中心 商务中心');
const HOMES = list('一村 二村 三村 四村 五村 新苑 花园 家园 公寓 名邸');
const SITES = list('轨道交通车站 保障房 人才公寓 商业综合体 滨江绿地 旧区改造 学校迁建 医院扩建');
const CROPS = list('蔬菜 粮食 果品 水产 花卉');
/**
 * A name for a joint union under `hub`. Its roads are the district's, not the hub's own, and whether the kind suits the
 * place (farm co-operatives in a town) is for the caller. Names repeat by chance; the synthesizer sees to that.
 *
 * REGIONAL 片区, INDUSTRY 行业, PARK 园区, BUILDING 楼宇, STREET_SHOP 沿街商户, COMPOUND 居民小区, LODGING_PLACE 租住地,
 * GRID 网格, PROJECT_SITE 项目工地, FARM_COOPERATIVE 农民专业合作社, FELLOWSHIP 联谊会.
 */
export function jointUnionName(random, kind, hub, district) {
    const good = random.pick(GOOD);
    const road = random.pick(district.roads);
    switch (kind) {
        case 'REGIONAL':
            return `${hub.name}${road}片区联合工会`;
        case 'INDUSTRY':
            return `${hub.name}${random.pick(INDUSTRIES)}行业联合工会`;
        case 'PARK':
            return `${hub.name}${good}${random.pick(PARK_KINDS)}联合工会`;
        case 'BUILDING':
            return `${hub.name}${good}${random.pick(BUILDING_KINDS)}楼宇联合工会`;
        case 'STREET_SHOP':
            return `${hub.name}${road}沿街商户联合工会`;
        case 'COMPOUND':
            return `${hub.name}${compoundName(random, district)}小区联合工会`;
        case 'LODGING_PLACE':
            return `${hub.name}${good}社区租住地联合工会`;
        case 'GRID':
            return `${hub.name}第${numeral(1 + random.integer(20))}网格联合工会`;
        case 'PROJECT_SITE':
            return `${hub.name}${road}${random.pick(SITES)}项目工地联合工会`;
        case 'FARM_COOPERATIVE':
            return `${hub.name}${good}${random.pick(CROPS)}农民专业合作社联合工会`;
        case 'FELLOWSHIP':
            return `${hub.name}${road}工会联谊会`;
    }
}
/** A residential compound, `控江锦绣一村`, `牡丹江阳光家园`. */
export function compoundName(random, district) {
    return random.pick(district.roads).replace(/(?:[东南西北]?路)$/, '') + random.pick(GOOD) + random.pick(HOMES);
}
/** An office tower or park where employers sit, with its street address: `四平路812号新华大厦`. */
export function address(random, district) {
    return `${random.pick(district.roads)}${1 + random.integer(1999)}号${random.pick(GOOD)}${random.pick(BUILDING_KINDS)}`;
}
//# sourceMappingURL=body-names.js.map