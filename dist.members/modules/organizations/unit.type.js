var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf, CreditCodeScalar, DateScalar, Node, PageArgs } from '../../kernel/index.js';
let CoveredUnit = class CoveredUnit extends Node {
};
__decorate([
    Field(() => String, { description: '单位名称 / Name of the employer' }),
    __metadata("design:type", String)
], CoveredUnit.prototype, "name", void 0);
__decorate([
    Field(() => CreditCodeScalar, { nullable: true, description: '统一社会信用代码 / Unified social credit code' }),
    __metadata("design:type", Object)
], CoveredUnit.prototype, "creditCode", void 0);
__decorate([
    Field(() => DateScalar, { description: '覆盖开始 / First day of the cover' }),
    __metadata("design:type", String)
], CoveredUnit.prototype, "since", void 0);
__decorate([
    Field(() => DateScalar, { nullable: true, description: '覆盖结束，自该日起不再覆盖 / Day from which it is over' }),
    __metadata("design:type", Object)
], CoveredUnit.prototype, "until", void 0);
__decorate([
    Field(() => Int, { description: '版本号 / Version' }),
    __metadata("design:type", Number)
], CoveredUnit.prototype, "version", void 0);
CoveredUnit = __decorate([
    ObjectType('CoveredUnit', {
        implements: Node,
        simpleResolvers: true,
        description: '覆盖单位：一个用人单位被一个工会覆盖的一段时间 / An employer covered by a union for a time',
    })
], CoveredUnit);
export { CoveredUnit };
export const CoveredUnitConnection = connectionOf(() => CoveredUnit, 'CoveredUnit');
let CoveredUnitsArgs = class CoveredUnitsArgs extends PageArgs {
};
__decorate([
    Field(() => Boolean, {
        nullable: true,
        description: 'true 只看当前，false 只看已结束 / true: covered today, false: not; all when left out',
    }),
    __metadata("design:type", Object)
], CoveredUnitsArgs.prototype, "current", void 0);
CoveredUnitsArgs = __decorate([
    ArgsType()
], CoveredUnitsArgs);
export { CoveredUnitsArgs };
let CoverUnitInput = class CoverUnitInput {
};
__decorate([
    Field(() => ID, { description: '覆盖它的工会 / The union that covers it' }),
    __metadata("design:type", String)
], CoverUnitInput.prototype, "organizationId", void 0);
__decorate([
    Field(() => String, { description: '单位名称，2–100 字 / Name, 2–100 characters' }),
    __metadata("design:type", String)
], CoverUnitInput.prototype, "name", void 0);
__decorate([
    Field(() => String, { nullable: true, description: '统一社会信用代码 / Unified social credit code' }),
    __metadata("design:type", Object)
], CoverUnitInput.prototype, "creditCode", void 0);
__decorate([
    Field(() => DateScalar, { description: '覆盖开始，不晚于今天 / First day, not in the future' }),
    __metadata("design:type", String)
], CoverUnitInput.prototype, "since", void 0);
__decorate([
    Field(() => DateScalar, {
        nullable: true,
        description: '覆盖结束，不晚于今天 / Day from which it is over, not ahead',
    }),
    __metadata("design:type", Object)
], CoverUnitInput.prototype, "until", void 0);
CoverUnitInput = __decorate([
    InputType('CoverUnitInput', { description: '登记覆盖单位 / An employer to be covered' })
], CoverUnitInput);
export { CoverUnitInput };
let EndUnitCoverInput = class EndUnitCoverInput {
};
__decorate([
    Field(() => ID, { description: '覆盖单位 / The covered unit' }),
    __metadata("design:type", String)
], EndUnitCoverInput.prototype, "id", void 0);
__decorate([
    Field(() => Int, { description: '您读到的版本号 / The version you have read' }),
    __metadata("design:type", Number)
], EndUnitCoverInput.prototype, "expectedVersion", void 0);
__decorate([
    Field(() => DateScalar, { description: '自该日起不再覆盖 / Day from which it is no longer covered' }),
    __metadata("design:type", String)
], EndUnitCoverInput.prototype, "until", void 0);
EndUnitCoverInput = __decorate([
    InputType('EndUnitCoverInput', { description: '结束覆盖 / The end of a cover' })
], EndUnitCoverInput);
export { EndUnitCoverInput };
//# sourceMappingURL=unit.type.js.map