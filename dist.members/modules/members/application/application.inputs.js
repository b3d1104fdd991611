var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateScalar, NationalIdScalar, Payload, PhoneNumberScalar } from '../../../kernel/index.js';
import { EmploymentType, Gender, JoinedVia, Member } from '../member/member.type.js';
import { MembershipApplication, MembershipApplicationStatus, MembershipDecision } from './application.type.js';
let ApplyForMembershipInput = class ApplyForMembershipInput {
};
__decorate([
    Field(() => ID, {
        nullable: true,
        description: '申请加入的工会；与 organizationCode 二选一 / The union to join; give this or organizationCode',
    }),
    __metadata("design:type", Object)
], ApplyForMembershipInput.prototype, "organizationId", void 0);
__decorate([
    Field(() => String, {
        nullable: true,
        description: '申请加入的工会的编号，如二维码所载 / Code of the union to join, as printed on its notice',
    }),
    __metadata("design:type", Object)
], ApplyForMembershipInput.prototype, "organizationCode", void 0);
__decorate([
    Field(() => String, { description: '姓名 / Name' }),
    __metadata("design:type", String)
], ApplyForMembershipInput.prototype, "name", void 0);
__decorate([
    Field(() => NationalIdScalar, { description: '公民身份号码 / Identity number' }),
    __metadata("design:type", String)
], ApplyForMembershipInput.prototype, "nationalId", void 0);
__decorate([
    Field(() => PhoneNumberScalar, { description: '手机号 / Phone number' }),
    __metadata("design:type", String)
], ApplyForMembershipInput.prototype, "phone", void 0);
__decorate([
    Field(() => Gender, {
        nullable: true,
        description: '性别；填写时须与号码一致 / Gender; when given it must agree with the identity number',
    }),
    __metadata("design:type", Object)
], ApplyForMembershipInput.prototype, "gender", void 0);
__decorate([
    Field(() => DateScalar, {
        nullable: true,
        description: '出生日期；填写时须与号码一致 / Date of birth; when given it must agree with the identity number',
    }),
    __metadata("design:type", Object)
], ApplyForMembershipInput.prototype, "birthDate", void 0);
__decorate([
    Field(() => EmploymentType, { description: '就业形式 / How the person works' }),
    __metadata("design:type", String)
], ApplyForMembershipInput.prototype, "employmentType", void 0);
__decorate([
    Field(() => String, { description: '职业或工种，最多 50 字 / Occupation, 50 characters at most' }),
    __metadata("design:type", String)
], ApplyForMembershipInput.prototype, "occupation", void 0);
__decorate([
    Field(() => JoinedVia, { description: '入会途径 / How the person joins' }),
    __metadata("design:type", String)
], ApplyForMembershipInput.prototype, "via", void 0);
ApplyForMembershipInput = __decorate([
    InputType('ApplyForMembershipInput', { description: '入会申请 / An application for membership' })
], ApplyForMembershipInput);
export { ApplyForMembershipInput };
let DecideMembershipApplicationInput = class DecideMembershipApplicationInput {
};
__decorate([
    Field(() => ID, { description: '申请 / The application' }),
    __metadata("design:type", String)
], DecideMembershipApplicationInput.prototype, "applicationId", void 0);
__decorate([
    Field(() => MembershipDecision, { description: '结果 / Decision' }),
    __metadata("design:type", String)
], DecideMembershipApplicationInput.prototype, "decision", void 0);
__decorate([
    Field(() => String, {
        nullable: true,
        description: '理由，2–200 字；不批准时必填 / Reason, 2–200 characters; required to reject',
    }),
    __metadata("design:type", Object)
], DecideMembershipApplicationInput.prototype, "reason", void 0);
__decorate([
    Field(() => DateScalar, {
        nullable: true,
        description: '入会日：申请日至今天之间，默认今天 / First day as a member: from the day of application to today (default)',
    }),
    __metadata("design:type", Object)
], DecideMembershipApplicationInput.prototype, "since", void 0);
__decorate([
    Field(() => Int, { description: '申请的版本号 / Version of the application' }),
    __metadata("design:type", Number)
], DecideMembershipApplicationInput.prototype, "expectedVersion", void 0);
DecideMembershipApplicationInput = __decorate([
    InputType('DecideMembershipApplicationInput', { description: '审批入会申请 / A decision on an application' })
], DecideMembershipApplicationInput);
export { DecideMembershipApplicationInput };
let MembershipApplicationFilter = class MembershipApplicationFilter {
};
__decorate([
    Field(() => MembershipApplicationStatus, { nullable: true, description: '状态 / Status' }),
    __metadata("design:type", Object)
], MembershipApplicationFilter.prototype, "status", void 0);
__decorate([
    Field(() => ID, { nullable: true, description: '申请加入的工会 / The union applied to' }),
    __metadata("design:type", Object)
], MembershipApplicationFilter.prototype, "organizationId", void 0);
__decorate([
    Field(() => Boolean, {
        nullable: true,
        description: '是否已逾期未批 / Whether the decision is overdue',
    }),
    __metadata("design:type", Object)
], MembershipApplicationFilter.prototype, "overdue", void 0);
MembershipApplicationFilter = __decorate([
    InputType('MembershipApplicationFilter', { description: '入会申请的筛选 / Which applications' })
], MembershipApplicationFilter);
export { MembershipApplicationFilter };
let ApplyForMembershipPayload = class ApplyForMembershipPayload extends Payload {
};
__decorate([
    Field(() => String, {
        nullable: true,
        description: '受理编号，无权查看会员的前端凭此告知申请人 / Receipt for the applicant, given to every caller',
    }),
    __metadata("design:type", Object)
], ApplyForMembershipPayload.prototype, "applicationNo", void 0);
__decorate([
    Field(() => DateScalar, {
        nullable: true,
        description: '应于此日前（含）审批 / To be decided by this day, inclusive',
    }),
    __metadata("design:type", Object)
], ApplyForMembershipPayload.prototype, "decideBy", void 0);
__decorate([
    Field(() => MembershipApplication, {
        nullable: true,
        description: '申请；无权查看时为空 / The application; null when you may not see it',
    }),
    __metadata("design:type", Object)
], ApplyForMembershipPayload.prototype, "application", void 0);
__decorate([
    Field(() => Member, {
        nullable: true,
        description: '申请人；无权查看时为空 / The applicant; null when you may not see it',
    }),
    __metadata("design:type", Object)
], ApplyForMembershipPayload.prototype, "member", void 0);
ApplyForMembershipPayload = __decorate([
    ObjectType('ApplyForMembershipPayload', { simpleResolvers: true, description: '申请的结果 / Result of applying' })
], ApplyForMembershipPayload);
export { ApplyForMembershipPayload };
let DecideMembershipApplicationPayload = class DecideMembershipApplicationPayload extends Payload {
};
__decorate([
    Field(() => MembershipApplication, { nullable: true, description: '申请 / The application' }),
    __metadata("design:type", Object)
], DecideMembershipApplicationPayload.prototype, "application", void 0);
__decorate([
    Field(() => Member, { nullable: true, description: '申请人 / The applicant' }),
    __metadata("design:type", Object)
], DecideMembershipApplicationPayload.prototype, "member", void 0);
DecideMembershipApplicationPayload = __decorate([
    ObjectType('DecideMembershipApplicationPayload', {
        simpleResolvers: true,
        description: '审批的结果 / Result of a decision',
    })
], DecideMembershipApplicationPayload);
export { DecideMembershipApplicationPayload };
//# sourceMappingURL=application.inputs.js.map