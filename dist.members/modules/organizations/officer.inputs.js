var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar, PageArgs } from '../../kernel/index.js';
import { OfficerRole } from './officer.type.js';
let OfficersArgs = class OfficersArgs extends PageArgs {
};
__decorate([
    Field(() => Boolean, {
        nullable: true,
        description: 'true 只看现任，false 只看往届 / true: in office today, false: not; all when left out',
    }),
    __metadata("design:type", Object)
], OfficersArgs.prototype, "current", void 0);
OfficersArgs = __decorate([
    ArgsType()
], OfficersArgs);
export { OfficersArgs };
let AppointOfficerInput = class AppointOfficerInput {
};
__decorate([
    Field(() => ID, { description: '组织 / The body' }),
    __metadata("design:type", String)
], AppointOfficerInput.prototype, "organizationId", void 0);
__decorate([
    Field(() => ID, { nullable: true, description: '会员库中的本人 / The person in the register of members' }),
    __metadata("design:type", Object)
], AppointOfficerInput.prototype, "memberId", void 0);
__decorate([
    Field(() => String, { description: '姓名 / Name' }),
    __metadata("design:type", String)
], AppointOfficerInput.prototype, "name", void 0);
__decorate([
    Field(() => OfficerRole, { description: '职务 / Office' }),
    __metadata("design:type", String)
], AppointOfficerInput.prototype, "role", void 0);
__decorate([
    Field(() => DateScalar, { description: '任期开始，不晚于今天 / First day of the term, not in the future' }),
    __metadata("design:type", String)
], AppointOfficerInput.prototype, "since", void 0);
__decorate([
    Field(() => DateScalar, {
        nullable: true,
        description: '届满日期，可在将来 / Day on which the term runs out, may lie ahead',
    }),
    __metadata("design:type", Object)
], AppointOfficerInput.prototype, "until", void 0);
AppointOfficerInput = __decorate([
    InputType('AppointOfficerInput', { description: '任命工会干部 / An officer’s appointment' })
], AppointOfficerInput);
export { AppointOfficerInput };
let EndOfficerTermInput = class EndOfficerTermInput {
};
__decorate([
    Field(() => ID, { description: '任期 / The term' }),
    __metadata("design:type", String)
], EndOfficerTermInput.prototype, "id", void 0);
__decorate([
    Field(() => Int, { description: '您读到的版本号 / The version you have read' }),
    __metadata("design:type", Number)
], EndOfficerTermInput.prototype, "expectedVersion", void 0);
__decorate([
    Field(() => DateScalar, { description: '自该日起不再任职 / Day from which the office is no longer held' }),
    __metadata("design:type", String)
], EndOfficerTermInput.prototype, "until", void 0);
EndOfficerTermInput = __decorate([
    InputType('EndOfficerTermInput', { description: '结束干部任期 / The end of an officer’s term' })
], EndOfficerTermInput);
export { EndOfficerTermInput };
//# sourceMappingURL=officer.inputs.js.map