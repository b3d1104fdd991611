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
import { EmploymentType, JoinedVia } from '../member/member.type.js';
export const MembershipApplicationStatus = {
    PENDING: 'PENDING',
    APPROVED: 'APPROVED',
    REJECTED: 'REJECTED',
    WITHDRAWN: 'WITHDRAWN',
};
export const MembershipDecision = { APPROVE: 'APPROVE', REJECT: 'REJECT' };
registerEnumType(MembershipApplicationStatus, {
    name: 'MembershipApplicationStatus',
    description: '入会申请的状态 / Status of an application for membership',
    valuesConfig: {
        PENDING: { description: '待审批 / Waiting for a decision' },
        APPROVED: { description: '已批准 / Approved' },
        REJECTED: { description: '未批准 / Rejected' },
        WITHDRAWN: { description: '已撤回 / Withdrawn' },
    },
});
registerEnumType(MembershipDecision, {
    name: 'MembershipDecision',
    description: '审批结果 / Decision on an application',
    valuesConfig: {
        APPROVE: { description: '批准 / Approve' },
        REJECT: { description: '不批准，须写明理由 / Reject; a reason is required' },
    },
});
let MembershipApplication = class MembershipApplication extends Node {
};
__decorate([
    Field(() => String, { description: '受理编号 / Number given to the applicant' }),
    __metadata("design:type", String)
], MembershipApplication.prototype, "applicationNo", void 0);
__decorate([
    Field(() => JoinedVia, { description: '途径 / How it came' }),
    __metadata("design:type", String)
], MembershipApplication.prototype, "via", void 0);
__decorate([
    Field(() => EmploymentType, { description: '申请人所述就业形式 / Employment as stated' }),
    __metadata("design:type", String)
], MembershipApplication.prototype, "employmentType", void 0);
__decorate([
    Field(() => String, { description: '申请人所述职业 / Occupation as stated' }),
    __metadata("design:type", String)
], MembershipApplication.prototype, "occupation", void 0);
__decorate([
    Field(() => MembershipApplicationStatus, { description: '状态 / Status' }),
    __metadata("design:type", String)
], MembershipApplication.prototype, "status", void 0);
__decorate([
    Field(() => DateScalar, { description: '应于此日前（含）审批 / To be decided by this day, inclusive' }),
    __metadata("design:type", String)
], MembershipApplication.prototype, "decideBy", void 0);
__decorate([
    Field(() => String, { description: '审批理由 / Reason of the decision' }),
    __metadata("design:type", String)
], MembershipApplication.prototype, "reason", void 0);
__decorate([
    Field(() => Int, { description: '版本号，修改时作为 expectedVersion / Version, for expectedVersion of a change' }),
    __metadata("design:type", Number)
], MembershipApplication.prototype, "version", void 0);
MembershipApplication = __decorate([
    ObjectType('MembershipApplication', {
        implements: Node,
        simpleResolvers: true,
        description: '入会申请 / An application for membership',
    })
], MembershipApplication);
export { MembershipApplication };
export const MembershipApplicationConnection = connectionOf(() => MembershipApplication, 'MembershipApplication');
//# sourceMappingURL=application.type.js.map