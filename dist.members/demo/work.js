import { byWeight } from './random.js';
/** Shares of the demo, set by hand: plausible for a district, measured nowhere. */
const employmentTypes = byWeight([
    ['REGULAR', 76],
    ['DISPATCHED', 10],
    ['NON_REGULAR', 10],
    ['SELF_EMPLOYED', 4],
]);
const joinedVia = {
    REGULAR: byWeight([
        ['EMPLOYER', 78],
        ['COLLECTIVE', 16],
        ['ONLINE', 5],
        ['OUTSIDE_FIRST', 1],
    ]),
    DISPATCHED: byWeight([
        ['EMPLOYER', 60],
        ['COLLECTIVE', 32],
        ['ONLINE', 8],
    ]),
    NON_REGULAR: byWeight([
        ['COLLECTIVE', 55],
        ['ONLINE', 35],
        ['OUTSIDE_FIRST', 10],
    ]),
    SELF_EMPLOYED: byWeight([
        ['ONLINE', 45],
        ['COLLECTIVE', 45],
        ['OUTSIDE_FIRST', 10],
    ]),
};
const occupations = {
    REGULAR: byWeight([
        ['生产操作工', 16],
        ['装配钳工', 6],
        ['电焊工', 5],
        ['电工', 5],
        ['数控机床操作工', 5],
        ['质量检验员', 5],
        ['仓库管理员', 5],
        ['工程技术人员', 9],
        ['软件开发工程师', 5],
        ['行政文员', 8],
        ['会计', 5],
        ['销售员', 8],
        ['客服专员', 4],
        ['护士', 3],
        ['教师', 3],
        ['公交驾驶员', 3],
        ['环卫工人', 3],
        ['人事专员', 2],
    ]),
    DISPATCHED: byWeight([
        ['保安员', 22],
        ['保洁员', 22],
        ['生产操作工', 26],
        ['装卸工', 12],
        ['食堂厨师', 8],
        ['窗口服务员', 10],
    ]),
    NON_REGULAR: byWeight([
        ['外卖配送员', 26],
        ['快递员', 24],
        ['网约车驾驶员', 14],
        ['家政服务员', 14],
        ['护工', 9],
        ['货车司机', 8],
        ['农业工人', 5],
    ]),
    SELF_EMPLOYED: byWeight([
        ['个体零售店主', 40],
        ['餐饮店主', 25],
        ['美容美发师', 15],
        ['自由撰稿人', 6],
        ['网络主播', 8],
        ['修理工', 6],
    ]),
};
export function employmentType(random) {
    return random.pick(employmentTypes);
}
/** Occupation (Chinese) and way of joining that suit the employment. */
export function workOf(random, employment) {
    return { occupation: random.pick(occupations[employment]), joinedVia: random.pick(joinedVia[employment]) };
}
//# sourceMappingURL=work.js.map