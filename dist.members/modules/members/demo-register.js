import { createRandom } from '../../demo/random.js';
import { createSynthesizer } from '../../demo/synthetic.js';
import { addDays } from '../../kernel/index.js';
import { applyForMembership, decideMembershipApplication } from './application/application.service.js';
import { demoUnions, oldestMember } from './demo.repository.js';
import { enrolMembers } from './enrolment/enrolment.service.js';
import { addSecondaryMembership, endMembership, transferMembership } from './membership/membership.service.js';
/** At most so many different days of joining per union before the reported day: people join in groups. */
const WAVES = 8;
/** No union of the demo began its roll before. */
const EARLIEST = '2002-01-01';
const DAY = 86_400_000;
/** Fills the register of one demo district, through the services. */
export class DemoRegister {
    #random;
    #people;
    #enrolled = 0;
    constructor(tx, options, unions) {
        this.tx = tx;
        this.options = options;
        this.unions = unions;
        this.#random = createRandom(options.seed + options.series);
        this.#people = createSynthesizer(options.seed, options.series);
    }
    static async open(tx, options) {
        await tx.em.flush();
        return new DemoRegister(tx, options, await demoUnions(tx, options.asOf));
    }
    /** Exactly `total` members, more in some unions than in others, each joined before the reported day. */
    async enrol(total) {
        const weights = this.unions.map(({ type }) => (type === 'SERVICE' ? 2 : 1) * (1 + this.#random.integer(9)));
        const sum = weights.reduce((all, weight) => all + weight, 0);
        let passed = 0;
        let given = 0;
        for (const [index, union] of this.unions.entries()) {
            passed += weights[index];
            const upTo = Math.round((total * passed) / sum);
            await this.#fill(union, upTo - given);
            given = upTo;
        }
    }
    /** Between `from` and `to` members, divided, in each joint union, and never fewer than `least`. */
    async enrolEach(from, to, least) {
        for (const union of this.unions) {
            const wanted = from + this.#random.integer(to - from + 1);
            await this.#fill(union, Math.max(least, Math.round(wanted / this.options.divisor)));
        }
    }
    async #fill(union, count) {
        const first = union.foundedOn > EARLIEST ? union.foundedOn : EARLIEST;
        const days = 1 + daysBetween(first, this.options.asOf);
        const waves = Array.from({ length: WAVES }, () => addDays(first, this.#random.integer(days)));
        const people = Array.from({ length: count }, () => ({ ...this.#person(union), since: this.#random.pick(waves) }));
        await this.#enrolOne(union, people);
        this.#enrolled += count;
    }
    #person({ type }) {
        if (type === 'SERVICE')
            return this.#people.person();
        return this.#people.person(this.#random.chance(0.7) ? 'NON_REGULAR' : 'SELF_EMPLOYED');
    }
    async #enrolOne(union, people) {
        await enrolMembers(this.tx, {
            organizationId: union.id,
            since: this.options.asOf,
            via: 'COLLECTIVE',
            people,
            synthetic: true,
        });
    }
    /** Some of the oldest retire after the reported day, and as many newcomers join. */
    async retireAndReplace() {
        for (let turn = 0; turn < this.#some(100, 60); turn++) {
            const union = this.#union(turn);
            const member = await oldestMember(this.tx, union.id);
            if (!member)
                continue;
            const reason = turn % 5 === 4 ? 'LEFT' : 'RETIRED';
            const until = this.#later();
            await endMembership(this.tx, { membershipId: member.membershipId, until, reason, expectedVersion: 1 });
            await this.#enrolOne(union, [{ ...this.#person(union), since: this.#later() }]);
        }
    }
    /** Some move to another union after the reported day. */
    async transfer() {
        if (this.unions.length < 2)
            return;
        for (let turn = 0; turn < this.#some(300, 40); turn++) {
            const member = await this.#someMember(turn);
            if (!member)
                continue;
            await transferMembership(this.tx, {
                memberId: member.id,
                toOrganizationId: this.#union(turn + 1).id,
                since: this.#later(member.since),
                reason: '工作调动',
                expectedVersion: member.version,
            });
        }
    }
    /** Some members of enterprise unions are covered by a joint union as well. */
    async cover() {
        const joint = this.unions.filter(({ kind }) => kind === 'JOINT_UNION');
        for (let turn = 0; turn < this.#some(200, 60); turn++) {
            const union = this.#union(turn);
            const member = await this.#someMember(turn);
            const by = joint[turn % (joint.length || 1)];
            if (!member || !by || by.id === union.id || member.covered)
                continue;
            await addSecondaryMembership(this.tx, {
                memberId: member.id,
                organizationId: by.id,
                since: this.#later(member.since),
            });
        }
    }
    /** A handful of applications: most wait for a decision, one was rejected. */
    async apply() {
        for (let turn = 0; turn < 6; turn++) {
            const union = this.#union(turn * 3);
            const { name, nationalId, phone, employmentType, occupation } = this.#person(union);
            const form = { name, nationalId, phone, employmentType, occupation, via: 'ONLINE' };
            const applied = await applyForMembership(this.tx, { ...form, organizationId: union.id }, true);
            if (turn > 0)
                continue;
            await decideMembershipApplication(this.tx, {
                applicationId: applied.applicationId,
                decision: 'REJECT',
                reason: '材料不全，请补充劳动合同后重新申请',
                expectedVersion: 1,
            });
        }
    }
    #someMember(turn) {
        return oldestMember(this.tx, this.#union(turn).id, 1 + (turn % 3));
    }
    /** Unions in turn, with a stride that meets all of them. */
    #union(turn) {
        return this.unions[turn % this.unions.length];
    }
    /** One in `share` of the members, three at least and `most` at most. */
    #some(share, most) {
        return Math.min(most, Math.max(3, Math.round(this.#enrolled / share)));
    }
    /** A day after the reported one and after `since`, before today. */
    #later(since = this.options.asOf) {
        const after = since > this.options.asOf ? since : this.options.asOf;
        const days = daysBetween(after, this.tx.today);
        return addDays(after, 1 + this.#random.integer(Math.max(1, Math.min(days - 1, 1_500))));
    }
}
function daysBetween(from, to) {
    return (Date.parse(to) - Date.parse(from)) / DAY;
}
//# sourceMappingURL=demo-register.js.map