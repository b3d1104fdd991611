var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '../../kernel/index.js';
let OrganizationStatistics = class OrganizationStatistics {
};
__decorate([
    Field(() => DateScalar, { description: '截至日期 / The day' }),
    __metadata("design:type", String)
], OrganizationStatistics.prototype, "asOf", void 0);
__decorate([
    Field(() => Int, {
        description: '已建会的基层工会数：联合工会、企业工会、联谊会；总工会和产业工会不计 / Founded joint unions, enterprise unions and fellowships; federations and industrial unions are not counted',
    }),
    __metadata("design:type", Number)
], OrganizationStatistics.prototype, "unions", void 0);
__decorate([
    Field(() => Int, { description: '覆盖单位数 / Covered units' }),
    __metadata("design:type", Number)
], OrganizationStatistics.prototype, "coveredUnits", void 0);
__decorate([
    Field(() => Int, { description: '会员数，每人按主会籍计一次 / Members by primary membership, each person once' }),
    __metadata("design:type", Number)
], OrganizationStatistics.prototype, "members", void 0);
__decorate([
    Field(() => Int, { description: '二次覆盖会员数 / Memberships by second coverage' }),
    __metadata("design:type", Number)
], OrganizationStatistics.prototype, "coveredMembers", void 0);
__decorate([
    Field(() => Int, {
        nullable: true,
        description: '职工数，按最近调查；从未调查为空 / Workers by the latest surveys; null without any',
    }),
    __metadata("design:type", Object)
], OrganizationStatistics.prototype, "workers", void 0);
__decorate([
    Field(() => Float, {
        nullable: true,
        description: '建会率，百分数，一位小数：覆盖单位 ÷ 应建会单位；无调查为空 / Founding rate in per cent, one decimal: covered units by units that should have a union; null without a survey',
    }),
    __metadata("design:type", Object)
], OrganizationStatistics.prototype, "foundingRate", void 0);
__decorate([
    Field(() => Float, {
        nullable: true,
        description: '入会率，百分数，一位小数：会员 ÷ 职工；无调查为空 / Joining rate in per cent, one decimal: members by workers; null without a survey',
    }),
    __metadata("design:type", Object)
], OrganizationStatistics.prototype, "joiningRate", void 0);
OrganizationStatistics = __decorate([
    ObjectType('OrganizationStatistics', {
        simpleResolvers: true,
        description: '一个组织及其全部下级在某日的数据 / Figures of a body with everything below it, as the tree and the figures stood on a day',
    })
], OrganizationStatistics);
export { OrganizationStatistics };
//# sourceMappingURL=statistics.type.js.map