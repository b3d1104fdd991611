var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Field, ObjectType } from 'type-graphql';
import { Payload } from '../../kernel/index.js';
import { CoveredUnit } from './unit.type.js';
import { Officer } from './officer.type.js';
import { Organization } from './organization.type.js';
const result = { nullable: true, description: '结果；被拒绝时为空 / The result; null when refused' };
let CreateOrganizationPayload = class CreateOrganizationPayload extends Payload {
};
__decorate([
    Field(() => Organization, result),
    __metadata("design:type", Object)
], CreateOrganizationPayload.prototype, "organization", void 0);
CreateOrganizationPayload = __decorate([
    ObjectType('CreateOrganizationPayload', {
        simpleResolvers: true,
        description: '新建组织的结果 / Result of creating a body',
    })
], CreateOrganizationPayload);
export { CreateOrganizationPayload };
let UpdateOrganizationPayload = class UpdateOrganizationPayload extends Payload {
};
__decorate([
    Field(() => Organization, result),
    __metadata("design:type", Object)
], UpdateOrganizationPayload.prototype, "organization", void 0);
UpdateOrganizationPayload = __decorate([
    ObjectType('UpdateOrganizationPayload', {
        simpleResolvers: true,
        description: '修改组织的结果 / Result of changing a body',
    })
], UpdateOrganizationPayload);
export { UpdateOrganizationPayload };
let MoveOrganizationPayload = class MoveOrganizationPayload extends Payload {
};
__decorate([
    Field(() => Organization, result),
    __metadata("design:type", Object)
], MoveOrganizationPayload.prototype, "organization", void 0);
MoveOrganizationPayload = __decorate([
    ObjectType('MoveOrganizationPayload', {
        simpleResolvers: true,
        description: '调整上级的结果 / Result of moving a body',
    })
], MoveOrganizationPayload);
export { MoveOrganizationPayload };
let RecordWorkforceSurveyPayload = class RecordWorkforceSurveyPayload extends Payload {
};
__decorate([
    Field(() => Organization, result),
    __metadata("design:type", Object)
], RecordWorkforceSurveyPayload.prototype, "organization", void 0);
RecordWorkforceSurveyPayload = __decorate([
    ObjectType('RecordWorkforceSurveyPayload', {
        simpleResolvers: true,
        description: '登记调查的结果 / Result of recording a survey',
    })
], RecordWorkforceSurveyPayload);
export { RecordWorkforceSurveyPayload };
let AppointOfficerPayload = class AppointOfficerPayload extends Payload {
};
__decorate([
    Field(() => Officer, result),
    __metadata("design:type", Object)
], AppointOfficerPayload.prototype, "officer", void 0);
AppointOfficerPayload = __decorate([
    ObjectType('AppointOfficerPayload', {
        simpleResolvers: true,
        description: '任命的结果 / Result of an appointment',
    })
], AppointOfficerPayload);
export { AppointOfficerPayload };
let EndOfficerTermPayload = class EndOfficerTermPayload extends Payload {
};
__decorate([
    Field(() => Officer, result),
    __metadata("design:type", Object)
], EndOfficerTermPayload.prototype, "officer", void 0);
EndOfficerTermPayload = __decorate([
    ObjectType('EndOfficerTermPayload', {
        simpleResolvers: true,
        description: '结束任期的结果 / Result of ending a term',
    })
], EndOfficerTermPayload);
export { EndOfficerTermPayload };
let CoverUnitPayload = class CoverUnitPayload extends Payload {
};
__decorate([
    Field(() => CoveredUnit, result),
    __metadata("design:type", Object)
], CoverUnitPayload.prototype, "coveredUnit", void 0);
CoverUnitPayload = __decorate([
    ObjectType('CoverUnitPayload', { simpleResolvers: true, description: '登记覆盖的结果 / Result of covering a unit' })
], CoverUnitPayload);
export { CoverUnitPayload };
let EndUnitCoverPayload = class EndUnitCoverPayload extends Payload {
};
__decorate([
    Field(() => CoveredUnit, result),
    __metadata("design:type", Object)
], EndUnitCoverPayload.prototype, "coveredUnit", void 0);
EndUnitCoverPayload = __decorate([
    ObjectType('EndUnitCoverPayload', { simpleResolvers: true, description: '结束覆盖的结果 / Result of ending a cover' })
], EndUnitCoverPayload);
export { EndUnitCoverPayload };
//# sourceMappingURL=organization.payloads.js.map