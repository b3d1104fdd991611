import { districtFederationName, hubName, JOINT_UNION_KINDS, unionName } from '../../demo/body-names.js';
import { addDays } from '../../kernel/index.js';
import { appointOfficers } from './officer.service.js';
import { createOrganizations } from './organization.service.js';
import { recordWorkforceSurvey } from './survey.service.js';
import { coverUnits } from './unit.service.js';
/** Founding days of the demo's upper bodies; made up, as is everything marked synthetic. */
const ROOT_SINCE = '1950-05-01';
const HUBS_SINCE = '1985-01-01';
const JOINT_SINCE = '1994-01-01';
const JOINT_UNTIL = '2010-12-31';
const KINDS = JOINT_UNION_KINDS.filter((kind) => kind !== 'FELLOWSHIP' && kind !== 'GRID');
/** Every so many joint bodies one is a fellowship. */
const FELLOWSHIPS = 20;
const NUMERALS = '一二三四五六七八九';
const DAY = 86_400_000;
/** Makes the bodies of one demo district level by level, through the services. */
export class DemoDistrict {
    #made = new Map();
    constructor(ctx, place, source) {
        this.ctx = ctx;
        this.place = place;
        this.source = source;
    }
    async root(kind, name = districtFederationName(this.place)) {
        const hub = { name: this.place.name, kind: 'ZONE' };
        const { code } = this.ctx.district;
        const [root] = await this.#create([
            { parentId: null, code, name, kind, foundedOn: ROOT_SINCE, ...this.#legalPerson(), hub },
        ]);
        return root;
    }
    hubs(root, places) {
        return this.#create(places.map((hub) => ({
            parentId: root.id,
            code: this.#code(root, 2),
            name: hubName(hub),
            kind: 'FEDERATION',
            foundedOn: HUBS_SINCE,
            ...this.#legalPerson(),
            hub,
        })));
    }
    /** One joint union below each of the bodies given, of all kinds in turn. */
    jointUnions(above) {
        return this.#create(above.map((parent, index) => {
            const fellowship = index % FELLOWSHIPS === FELLOWSHIPS - 1;
            const kind = KINDS[index % KINDS.length];
            return {
                parentId: parent.id,
                code: this.#code(parent, 4),
                name: this.source.synthetic.jointUnionName(fellowship ? 'FELLOWSHIP' : kind, parent.hub, this.place),
                kind: fellowship ? 'FELLOWSHIP' : 'JOINT_UNION',
                jointUnionKind: fellowship ? null : kind,
                foundedOn: this.#day(JOINT_SINCE, JOINT_UNTIL),
                bankAccount: 'ENTRUSTED',
                registered: true,
                hub: parent.hub,
            };
        }));
    }
    grids(hub, count, foundedOn) {
        return this.#create(Array.from({ length: count }, (_, index) => ({
            parentId: hub.id,
            code: this.#code(hub, 4),
            name: `${hub.hub.name}第${NUMERALS.charAt(index)}网格联合工会`,
            kind: 'JOINT_UNION',
            jointUnionKind: 'GRID',
            foundedOn,
            bankAccount: 'ENTRUSTED',
            registered: true,
            hub: hub.hub,
        })));
    }
    /** One enterprise union below each of the bodies given; each covers its employer from the day of its founding. */
    async enterpriseUnions(above, window) {
        const employers = above.map(() => this.source.synthetic.employer(this.place));
        const unions = await this.#create(above.map((parent, index) => ({
            parentId: parent.id,
            code: this.#code(parent, 4),
            name: unionName(employers[index].name),
            kind: 'ENTERPRISE_UNION',
            foundedOn: this.#begun(parent, window, index, above.length),
            address: employers[index].address,
            registered: true,
            ...(this.source.random.chance(0.3) ? this.#legalPerson() : { bankAccount: 'ENTRUSTED' }),
            hub: parent.hub,
        })));
        await coverUnits(this.ctx, unions.map(({ id, foundedOn }, index) => this.#unit(id, employers[index], foundedOn)));
        return unions;
    }
    /** `count` employers, shared evenly among the unions. */
    async cover(unions, count, window) {
        const units = Array.from({ length: count }, (_, index) => {
            const union = unions[index % unions.length];
            const employer = this.source.synthetic.employer(this.place);
            return this.#unit(union.id, employer, this.#begun(union, window, index, count));
        });
        await coverUnits(this.ctx, units);
    }
    /** A chair for each body, and so many vice-chairs; in office since the founding or the demo's last election. */
    async appoint(bodies, viceChairs) {
        const officers = bodies.flatMap(({ id, foundedOn }) => Array.from({ length: 1 + viceChairs }, (_, index) => ({
            organizationId: id,
            memberId: null,
            name: this.source.synthetic.person().name,
            role: index === 0 ? 'CHAIR' : 'VICE_CHAIR',
            since: foundedOn < '2012-01-01' ? this.#day('2012-01-01', '2016-12-31') : foundedOn,
            synthetic: true,
        })));
        await appointOfficers(this.ctx, officers);
    }
    /** Divides what was counted in the whole district among the bodies that counted it. */
    async survey(bodies, surveyedOn, total) {
        const share = (sum, index) => Math.floor((sum * (index + 1)) / bodies.length) - Math.floor((sum * index) / bodies.length);
        for (const [index, { id }] of bodies.entries()) {
            await recordWorkforceSurvey(this.ctx, {
                organizationId: id,
                surveyedOn,
                workers: share(total.workers, index),
                shouldFoundUnits: share(total.shouldFoundUnits, index),
            });
        }
    }
    async #create(bodies) {
        const inputs = bodies.map(({ hub: _, ...input }) => ({ ...input, status: 'FOUNDED', synthetic: true }));
        const ids = await createOrganizations(this.ctx, inputs);
        return bodies.map(({ code, foundedOn, hub }, index) => ({ id: ids[index], code, foundedOn, hub }));
    }
    #unit(organizationId, employer, since) {
        return { organizationId, name: employer.name, creditCode: employer.creditCode, since, synthetic: true };
    }
    #legalPerson() {
        const creditCode = this.source.synthetic.creditCode('UNION');
        return { legalPerson: true, registered: true, bankAccount: 'OWN', creditCode };
    }
    /** Codes count up below the hub, or below the root for hubs: `310113`, `310113-01`, `310113-01-0001`. */
    #code(parent, digits) {
        const hub = parent.code.split('-').slice(0, 2).join('-');
        const number = (this.#made.get(hub) ?? 0) + 1;
        this.#made.set(hub, number);
        return `${hub}-${String(number).padStart(digits, '0')}`;
    }
    #begun(above, window, index, count) {
        const { until, recentSince = until, recent = 0 } = window;
        const early = index < count - recent;
        const since = early || recentSince < above.foundedOn ? above.foundedOn : recentSince;
        return this.#day(since, early && recentSince > since ? addDays(recentSince, recent > 0 ? -1 : 0) : until);
    }
    #day(since, until) {
        return addDays(since, this.source.random.integer((Date.parse(until) - Date.parse(since)) / DAY + 1));
    }
}
//# sourceMappingURL=demo-district.js.map