var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, DateScalar, Node } from '../../../kernel/index.js';
export const MembershipKind = { PRIMARY: 'PRIMARY', SECONDARY: 'SECONDARY' };
export const MembershipEndReason = {
    LEFT: 'LEFT',
    RETIRED: 'RETIRED',
    DECEASED: 'DECEASED',
    TRANSFERRED: 'TRANSFERRED',
    TRANSFERRED_OUT: 'TRANSFERRED_OUT',
    COVERAGE_ENDED: 'COVERAGE_ENDED',
};
registerEnumType(MembershipKind, {
    name: 'MembershipKind',
    description: '会籍种类 / Kind of membership',
    valuesConfig: {
        PRIMARY: { description: '主会籍，同时只有一个 / Primary; one at a time' },
        SECONDARY: { description: '二次覆盖：联合工会的会籍 / Second coverage, in a joint union' },
    },
});
registerEnumType(MembershipEndReason, {
    name: 'MembershipEndReason',
    description: '会籍终止的原因 / Why a membership ended',
    valuesConfig: {
        LEFT: { description: '离会 / Left' },
        RETIRED: { description: '退休 / Retired' },
        DECEASED: { description: '去世 / Died' },
        TRANSFERRED: {
            description: '转到本区另一工会，只由转接产生 / Moved to another union here; made by a transfer only',
        },
        TRANSFERRED_OUT: { description: '转出本区 / Moved to another district' },
        COVERAGE_ENDED: { description: '二次覆盖结束 / Second coverage ended' },
    },
});
let Membership = class Membership extends Node {
};
__decorate([
    Field(() => MembershipKind, { description: '种类 / Kind' }),
    __metadata("design:type", String)
], Membership.prototype, "kind", void 0);
__decorate([
    Field(() => DateScalar, { description: '生效日 / First day in force' }),
    __metadata("design:type", String)
], Membership.prototype, "since", void 0);
__decorate([
    Field(() => DateScalar, {
        nullable: true,
        description: '失效日，当日已不再有效；空为仍然有效 / First day no longer in force; null while it lasts',
    }),
    __metadata("design:type", Object)
], Membership.prototype, "until", void 0);
__decorate([
    Field(() => MembershipEndReason, { nullable: true, description: '终止原因 / Why it ended' }),
    __metadata("design:type", Object)
], Membership.prototype, "reasonEnded", void 0);
__decorate([
    Field(() => String, { description: '说明，如转接的理由 / In words, such as the reason of a transfer' }),
    __metadata("design:type", String)
], Membership.prototype, "note", void 0);
__decorate([
    Field(() => Int, { description: '版本号，修改时作为 expectedVersion / Version, for expectedVersion of a change' }),
    __metadata("design:type", Number)
], Membership.prototype, "version", void 0);
Membership = __decorate([
    ObjectType('Membership', {
        implements: Node,
        simpleResolvers: true,
        description: '一段会籍，自 since 起有效，到 until 之前为止 / A stretch of membership, from since until before until',
    })
], Membership);
export { Membership };
export const MembershipConnection = connectionOf(() => Membership, 'Membership');
//# sourceMappingURL=membership.type.js.map