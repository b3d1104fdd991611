import { byWeight } from './random.js';
/**
 * Chinese personal names: surnames by their frequency in the population, given names by gender and generation.
 * Frequencies in hundredths of a percent of the population, rounded: the hundred commonest surnames of the sample of
 * the Chinese Academy of Sciences (2006), whose first five the Ministry of Public Security's report for 2020 confirms.
 */
const SURNAMES = '王725 李719 张683 刘538 陈453 杨308 黄223 赵229 吴205 周212 徐167 孙154 马129 朱126 胡131 郭115 何117 高110 林115 罗86 ' +
    '郑85 梁84 谢76 宋70 唐69 许66 韩68 冯64 邓61 曹60 彭59 曾58 肖58 田57 董51 袁50 潘49 于48 蒋47 蔡46 ' +
    '余45 杜44 叶42 程42 苏41 魏41 吕40 丁39 任38 沈38 姚36 卢36 姜35 崔34 钟34 谭33 陆33 汪32 范31 金31 ' +
    '石30 廖30 贾29 夏28 韦27 付27 方26 白26 邹26 孟25 熊25 秦24 邱24 江23 尹23 薛22 闫22 段21 雷21 侯20 ' +
    '龙19 史19 陶19 黎18 贺18 顾18 毛18 郝17 龚17 邵17 万16 钱16 严15 覃15 武15 戴14 莫14 孔13 向12 汤11';
const surnames = byWeight(SURNAMES.split(' ').map((entry) => [entry.charAt(0), Number(entry.slice(1))]));
const characters = (text) => Array.from(text);
/** Newest first, so that the first whose `since` is reached applies. */
const GENERATIONS = [
    {
        since: 1995,
        short: 0.16,
        single: { MALE: characters('睿轩昊宇晨阳泽航毅凯'), FEMALE: characters('悦萱琪怡颖欣瑶妍婷雪') },
        first: {
            MALE: characters('子浩宇俊嘉天文思泽博佳一家昊梓志明奕承晨'),
            FEMALE: characters('思雨佳梦诗欣子雅梓嘉心雪语一怡若婉静可晓'),
        },
        second: {
            MALE: characters('轩豪杰航宇涵然泽瑞辰阳博文睿毅哲凡翔诚源'),
            FEMALE: characters('涵怡琪萱雯悦瑶婷彤妍颖慧欣彦琳蕾洁菲宁薇'),
        },
    },
    {
        since: 1976,
        short: 0.3,
        single: {
            MALE: characters('伟磊涛军超勇鹏斌杰波强刚辉俊峰'),
            FEMALE: characters('静丽娟敏燕艳芳娜霞洁莉婷雪慧颖'),
        },
        first: {
            MALE: characters('志建晓海文俊国永立少家春明小振伟金德新宏'),
            FEMALE: characters('丽晓海红春小燕美文玉艳雪雅慧志佩金静秋冬'),
        },
        second: {
            MALE: characters('强伟明军峰辉勇华东平波涛鹏杰斌宁刚飞龙良'),
            FEMALE: characters('芳燕娟丽华霞玲敏萍英琴梅红洁娜珍莉云蓉青'),
        },
    },
    {
        since: 0,
        short: 0.1,
        single: { MALE: characters('军强勇平斌刚明伟'), FEMALE: characters('芳敏英萍红玲梅霞') },
        first: {
            MALE: characters('建国志永德金文宝卫红玉福新光正长荣根春祥'),
            FEMALE: characters('秀玉桂建美凤淑爱丽红春惠素月金小雪兰彩慧'),
        },
        second: {
            MALE: characters('国华平军民明生林强荣忠良根福祥发康兴龙庆'),
            FEMALE: characters('英珍兰芳华萍琴玲娣妹花凤娟敏霞云梅芬红勤'),
        },
    },
];
/** A name of two or three characters that suits the gender and the year of birth. */
export function personName(random, gender, birthYear) {
    const generation = GENERATIONS.find(({ since }) => birthYear >= since);
    const surname = random.pick(surnames);
    if (random.chance(generation.short))
        return surname + random.pick(generation.single[gender]);
    return surname + random.pick(generation.first[gender]) + random.pick(generation.second[gender]);
}
//# sourceMappingURL=person-names.js.map