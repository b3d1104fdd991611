import { byWeight } from './random.js';
const trades = byWeight([
    ['MANUFACTURING', 26],
    ['LOGISTICS', 14],
    ['CONSTRUCTION', 11],
    ['RETAIL', 14],
    ['CATERING', 10],
    ['PROPERTY', 7],
    ['TECHNOLOGY', 10],
    ['DOMESTIC_SERVICE', 3],
    ['EDUCATION', 3],
    ['HEALTH', 2],
]);
const words = (text) => text.split(' ');
const TRADE_WORDS = {
    MANUFACTURING: words('机械制造 精密机械 金属制品 汽车零部件 电气设备 塑料制品 包装材料 钢结构 自动化设备 食品'),
    LOGISTICS: words('物流 国际物流 供应链管理 快递服务 仓储 货物运输 冷链物流'),
    CONSTRUCTION: words('建筑工程 建设工程 装饰工程 市政工程 机电安装工程 园林绿化工程'),
    RETAIL: words('商贸 贸易 超市 百货 服饰 电子商务 建材'),
    CATERING: words('餐饮管理 餐饮 酒店管理 食品服务'),
    PROPERTY: words('物业管理 物业服务 保安服务 保洁服务 停车管理'),
    TECHNOLOGY: words('信息技术 网络科技 软件 智能科技 生物科技 新材料科技 环保科技'),
    DOMESTIC_SERVICE: words('家政服务 养老服务 家庭服务'),
    EDUCATION: words('教育科技 教育培训 文化艺术培训'),
    HEALTH: words('医疗器械 健康管理 口腔门诊部 护理服务'),
};
const BRAND = Array.from('瑞通华盛恒泰鑫源宏达安顺祥和永兴嘉润德丰凯捷中联新锐金海天成博远佳信卓越申江汇众明晟腾飞隆正诚友益康');
const forms = byWeight([
    ['有限公司', 90],
    ['股份有限公司', 4],
    ['（集团）有限公司', 2],
    ['有限公司分公司', 4],
]);
export function trade(random) {
    return random.pick(trades);
}
/**
 * @param district Chinese name, `宝山区` or `宝山`; about a third of the names carry it
 * @param brandLength characters of the brand
 */
export function employerName(random, district, of, brandLength) {
    const place = random.chance(0.35) ? `上海${district.replace(/区$/, '')}` : '上海';
    let brand = '';
    while (brand.length < brandLength) {
        const character = random.pick(BRAND);
        if (!brand.includes(character))
            brand += character;
    }
    const form = random.pick(forms);
    const tradeWord = random.pick(TRADE_WORDS[of]);
    if (form === '有限公司分公司')
        return `上海${brand}${tradeWord}有限公司${district.replace(/区$/, '')}分公司`;
    return place + brand + tradeWord + form;
}
//# sourceMappingURL=employer-names.js.map