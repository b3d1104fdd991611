const hubs = (kind, names) => names.split(' ').map((name) => ({ name, kind }));
export const BAOSHAN = {
    code: '310113',
    name: '宝山区',
    nameEn: 'Baoshan',
    hubs: [
        ...hubs('SUBDISTRICT', '友谊路街道 吴淞街道 张庙街道'),
        ...hubs('TOWN', '罗店镇 大场镇 杨行镇 月浦镇 罗泾镇 顾村镇 高境镇 庙行镇 淞南镇'),
        ...hubs('ZONE', '宝山工业园区'),
    ],
    roads: '牡丹江路 友谊路 共和新路 沪太路 同济路 淞宝路 长江西路 水产路 蕰川路 殷高西路 呼兰路 盘古路'.split(' '),
};
export const YANGPU = {
    code: '310110',
    name: '杨浦区',
    nameEn: 'Yangpu',
    hubs: hubs('SUBDISTRICT', '定海路街道 平凉路街道 江浦路街道 四平路街道 控江路街道 长白新村街道 延吉新村街道 殷行街道 大桥街道 五角场街道 新江湾城街道 长海路街道'),
    roads: '控江路 黄兴路 四平路 淞沪路 长阳路 平凉路 翔殷路 军工路 国定路 杨树浦路 政立路 周家嘴路'.split(' '),
};
export const HONGKOU = {
    code: '310109',
    name: '虹口区',
    nameEn: 'Hongkou',
    hubs: hubs('SUBDISTRICT', '欧阳路街道 曲阳路街道 广中路街道 嘉兴路街道 凉城新村街道 四川北路街道 北外滩街道 江湾镇街道'),
    roads: '四川北路 大连路 曲阳路 欧阳路 广中路 东大名路 吴淞路 海伦路 溧阳路 水电路 广粤路 汶水东路'.split(' '),
};
export const DISTRICTS = [BAOSHAN, YANGPU, HONGKOU];
//# sourceMappingURL=places.js.map