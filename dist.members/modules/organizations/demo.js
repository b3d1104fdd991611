import { BAOSHAN, HONGKOU, YANGPU } from '../../demo/places.js';
import { createRandom } from '../../demo/random.js';
import { createSynthesizer } from '../../demo/synthetic.js';
import { DemoDistrict } from './demo-district.js';
import { examples } from './demo.examples.js';
export const demo = { examples, seed };
const REPORTED = {
    '310113': {
        place: BAOSHAN,
        asOf: '2013-12-31',
        unions: 2435,
        units: 18029,
        recent: { since: '2013-01-01', unions: 250, units: 2600 },
    },
    '310110': {
        place: YANGPU,
        asOf: '2016-12-31',
        unions: 2022,
        units: 9250,
        recent: { since: '2012-01-01', unions: 0, units: 3197 },
        rates: { members: 187000, founding: 0.82, joining: 0.91 },
    },
};
/** Grids of the Ouyang Road hub in Hongkou. Source: data/grids.csv, [002]; the day is the demo's own. */
const GRIDS = { count: 5, enterprises: 150, viceChairs: 2, foundedOn: '2017-03-01' };
/** Unions of the industrial federation, which no source counts. */
const INDUSTRIAL_UNIONS = 6;
/** Fills one demo district: its federation, hubs, unions, officers, covered units and surveys. */
async function seed(ctx, options) {
    const { code, nameZh } = ctx.district;
    const series = [...(await ctx.kernel.districts.all()).keys()].sort().indexOf(code);
    const source = { random: createRandom(options.seed + series), synthetic: createSynthesizer(options.seed, series) };
    const reported = REPORTED[code];
    if (reported) {
        const district = new DemoDistrict(ctx, reported.place, source);
        options.progress(`organizations of ${code}`);
        await fill(district, reported, options.divisor);
    }
    else if (code === '310109') {
        options.progress(`grids of ${code}`);
        await fillGrids(new DemoDistrict(ctx, HONGKOU, source), options.divisor);
    }
    else if (code === '319001') {
        options.progress(`unions of ${code}`);
        // Its enterprises lie inside districts (条块); the demo takes Yangpu's streets.
        const district = new DemoDistrict(ctx, YANGPU, source);
        const root = await district.root('INDUSTRIAL_UNION', nameZh);
        const unions = await district.enterpriseUnions(Array.from({ length: INDUSTRIAL_UNIONS }, () => root), {
            until: '2020-12-31',
        });
        await district.appoint(unions, 0);
    }
}
async function fill(district, reported, divisor) {
    const scaled = (figure) => Math.round(figure / divisor);
    const [unions, units] = [scaled(reported.unions), scaled(reported.units)];
    const recentUnions = scaled(reported.recent.unions);
    const window = { until: reported.asOf, recentSince: reported.recent.since };
    const root = await district.root('FEDERATION');
    const hubs = await district.hubs(root, reported.place.hubs);
    // About one union in eight is a joint union, as far as figures are known; every hub has one if there are enough.
    const joint = Math.max(Math.round(unions / 8), Math.min(hubs.length, Math.floor(unions / 2)));
    const jointUnions = await district.jointUnions(Array.from({ length: joint }, (_, i) => hubs[i % hubs.length]));
    const above = Array.from({ length: unions - joint }, (_, i) => 
    // Two of three enterprise unions lie below a joint union, the rest below the hub itself.
    i % 3 === 0 ? hubs[Math.floor(i / 3) % hubs.length] : jointUnions[i % joint]);
    const enterpriseUnions = await district.enterpriseUnions(above, { ...window, recent: recentUnions });
    await district.cover(jointUnions, units - enterpriseUnions.length, {
        ...window,
        recent: scaled(reported.recent.units) - recentUnions,
    });
    await district.appoint([...hubs, ...jointUnions, ...enterpriseUnions], 0);
    if (reported.rates) {
        const { members, founding, joining } = reported.rates;
        await district.survey(hubs, reported.asOf, {
            workers: Math.round(scaled(members) / joining),
            shouldFoundUnits: Math.round(units / founding),
        });
    }
}
async function fillGrids(district, divisor) {
    const root = await district.root('FEDERATION');
    const hubs = await district.hubs(root, HONGKOU.hubs.filter(({ name }) => name === '欧阳路街道'));
    const grids = await district.grids(hubs[0], GRIDS.count, GRIDS.foundedOn);
    const enterprises = Math.max(1, Math.round(GRIDS.enterprises / divisor));
    await district.cover(grids, enterprises * grids.length, { until: '2018-12-31' });
    await district.appoint(hubs, 0);
    await district.appoint(grids, GRIDS.viceChairs);
}
//# sourceMappingURL=demo.js.map