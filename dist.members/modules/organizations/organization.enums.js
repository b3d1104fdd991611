import { registerEnumType } from 'type-graphql';
/** Kinds of union bodies, domain.md section 1. */
export const OrganizationKind = {
    FEDERATION: 'FEDERATION',
    INDUSTRIAL_UNION: 'INDUSTRIAL_UNION',
    JOINT_UNION: 'JOINT_UNION',
    ENTERPRISE_UNION: 'ENTERPRISE_UNION',
    FELLOWSHIP: 'FELLOWSHIP',
};
registerEnumType(OrganizationKind, {
    name: 'OrganizationKind',
    description: '工会组织的种类 / Kind of union body',
    valuesConfig: {
        FEDERATION: { description: '总工会 / Federation of a district, sub-district, town or zone' },
        INDUSTRIAL_UNION: { description: '产业（局）工会 / Industrial union, beside the districts' },
        JOINT_UNION: { description: '联合工会、工会联合会 / Joint union of many employers' },
        ENTERPRISE_UNION: { description: '企业（单位）工会 / Union of one employer' },
        FELLOWSHIP: { description: '工会联谊会 / Fellowship of unions whose employer is registered elsewhere' },
    },
});
/** What a joint union gathers, domain.md section 1. */
export const JointUnionKind = {
    REGIONAL: 'REGIONAL',
    INDUSTRY: 'INDUSTRY',
    PARK: 'PARK',
    BUILDING: 'BUILDING',
    STREET_SHOP: 'STREET_SHOP',
    COMPOUND: 'COMPOUND',
    LODGING_PLACE: 'LODGING_PLACE',
    GRID: 'GRID',
    PROJECT_SITE: 'PROJECT_SITE',
    FARM_COOPERATIVE: 'FARM_COOPERATIVE',
};
registerEnumType(JointUnionKind, {
    name: 'JointUnionKind',
    description: '联合工会按什么联合 / What a joint union gathers',
    valuesConfig: {
        REGIONAL: { description: '区域 / A region' },
        INDUSTRY: { description: '行业 / An industry' },
        PARK: { description: '园区 / A park of firms' },
        BUILDING: { description: '楼宇 / An office building' },
        STREET_SHOP: { description: '街面、沿街商户 / The shops of a street' },
        COMPOUND: { description: '居民小区 / A residential compound' },
        LODGING_PLACE: { description: '租住地、社区 / A place where workers lodge' },
        GRID: { description: '网格 / A grid of addresses' },
        PROJECT_SITE: { description: '项目工地 / A building site' },
        FARM_COOPERATIVE: { description: '农民专业合作社 / Farm co-operatives' },
    },
});
/** The four types (四型), from the top of the tree down. Source: domain.md section 1, [003]. */
export const OrganizationType = {
    COORDINATING: 'COORDINATING',
    HUB: 'HUB',
    PORT: 'PORT',
    SERVICE: 'SERVICE',
};
registerEnumType(OrganizationType, {
    name: 'OrganizationType',
    description: '四型工会 / The four types of union body',
    valuesConfig: {
        COORDINATING: { description: '统筹型：区级 / Coordinating: the district' },
        HUB: { description: '枢纽型：街道、镇、园区 / Hub: sub-district, town or zone' },
        PORT: { description: '端口型：区域、行业或综合联合工会 / Port: a joint union' },
        SERVICE: { description: '服务型：企业工会 / Service: an enterprise union' },
    },
});
/** Levels from the top of the tree down. */
export const OrganizationLevel = {
    DISTRICT: 'DISTRICT',
    SUBDISTRICT: 'SUBDISTRICT',
    GRASSROOTS: 'GRASSROOTS',
};
registerEnumType(OrganizationLevel, {
    name: 'OrganizationLevel',
    description: '层级 / Level at which a body works',
    valuesConfig: {
        DISTRICT: { description: '区（产业）级 / District, or industrial federation' },
        SUBDISTRICT: { description: '街道、镇、园区级 / Sub-district, town or zone' },
        GRASSROOTS: { description: '基层 / Grass roots' },
    },
});
/** Lifecycle, domain.md section 2. */
export const OrganizationStatus = {
    APPLIED: 'APPLIED',
    PREPARING: 'PREPARING',
    FOUNDED: 'FOUNDED',
    RE_ELECTION_DUE: 'RE_ELECTION_DUE',
    DISSOLVED: 'DISSOLVED',
    MERGED: 'MERGED',
};
registerEnumType(OrganizationStatus, {
    name: 'OrganizationStatus',
    description: '组织状态 / Stage of a body’s life',
    valuesConfig: {
        APPLIED: { description: '已申请 / Applied for' },
        PREPARING: { description: '筹建中 / Being prepared' },
        FOUNDED: { description: '已建会 / Founded' },
        RE_ELECTION_DUE: { description: '待换届 / Founded, re-election due' },
        DISSOLVED: { description: '已撤销 / Dissolved' },
        MERGED: { description: '已合并 / Merged into another' },
    },
});
/** How the body keeps its money. */
export const BankAccount = { OWN: 'OWN', ENTRUSTED: 'ENTRUSTED' };
registerEnumType(BankAccount, {
    name: 'BankAccount',
    description: '银行账户 / How the body keeps its money',
    valuesConfig: {
        OWN: { description: '独立账户 / An account of its own' },
        ENTRUSTED: { description: '由上级代管 / Held in trust by a higher body' },
    },
});
//# sourceMappingURL=organization.enums.js.map