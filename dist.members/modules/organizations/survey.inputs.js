var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar } from '../../kernel/index.js';
let RecordWorkforceSurveyInput = class RecordWorkforceSurveyInput {
};
__decorate([
    Field(() => ID, { description: '组织 / The body' }),
    __metadata("design:type", String)
], RecordWorkforceSurveyInput.prototype, "organizationId", void 0);
__decorate([
    Field(() => DateScalar, { description: '调查日期；同日再登记即更正 / Day; the same day again corrects it' }),
    __metadata("design:type", String)
], RecordWorkforceSurveyInput.prototype, "surveyedOn", void 0);
__decorate([
    Field(() => Int, { description: '职工人数 / Workers' }),
    __metadata("design:type", Number)
], RecordWorkforceSurveyInput.prototype, "workers", void 0);
__decorate([
    Field(() => Int, { description: '应建会单位数 / Employers that should have a union' }),
    __metadata("design:type", Number)
], RecordWorkforceSurveyInput.prototype, "shouldFoundUnits", void 0);
RecordWorkforceSurveyInput = __decorate([
    InputType('RecordWorkforceSurveyInput', {
        description: '登记职工和应建会单位调查：只计直接属于该组织、不属于其下级的部分 / A survey of what is assigned to this body itself, not to bodies below it',
    })
], RecordWorkforceSurveyInput);
export { RecordWorkforceSurveyInput };
//# sourceMappingURL=survey.inputs.js.map