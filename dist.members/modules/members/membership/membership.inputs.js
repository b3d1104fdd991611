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
import { DateScalar, Payload } from '../../../kernel/index.js';
import { Member } from '../member/member.type.js';
import { Membership, MembershipEndReason } from './membership.type.js';
let TransferMembershipInput = class TransferMembershipInput {
};
__decorate([
    Field(() => ID, { description: '会员 / The member' }),
    __metadata("design:type", String)
], TransferMembershipInput.prototype, "memberId", void 0);
__decorate([
    Field(() => ID, { description: '转入的工会，须在本区 / The union to move to, in this district' }),
    __metadata("design:type", String)
], TransferMembershipInput.prototype, "toOrganizationId", void 0);
__decorate([
    Field(() => DateScalar, {
        nullable: true,
        description: '转入之日，默认今天，不能晚于今天 / First day there; today by default and at the latest',
    }),
    __metadata("design:type", Object)
], TransferMembershipInput.prototype, "since", void 0);
__decorate([
    Field(() => String, { description: '理由，2–200 字，记入审计 / Reason, 2–200 characters, kept in the audit' }),
    __metadata("design:type", String)
], TransferMembershipInput.prototype, "reason", void 0);
__decorate([
    Field(() => Int, { description: '会员的版本号 / Version of the member' }),
    __metadata("design:type", Number)
], TransferMembershipInput.prototype, "expectedVersion", void 0);
TransferMembershipInput = __decorate([
    InputType('TransferMembershipInput', { description: '转接会员关系 / Move a member to another union' })
], TransferMembershipInput);
export { TransferMembershipInput };
let AddSecondaryMembershipInput = class AddSecondaryMembershipInput {
};
__decorate([
    Field(() => ID, { description: '会员 / The member' }),
    __metadata("design:type", String)
], AddSecondaryMembershipInput.prototype, "memberId", void 0);
__decorate([
    Field(() => ID, { description: '提供覆盖的联合工会 / The joint union that covers the member' }),
    __metadata("design:type", String)
], AddSecondaryMembershipInput.prototype, "organizationId", void 0);
__decorate([
    Field(() => DateScalar, {
        nullable: true,
        description: '生效日，默认今天，不早于现主会籍 / First day; today by default, not before the primary membership',
    }),
    __metadata("design:type", Object)
], AddSecondaryMembershipInput.prototype, "since", void 0);
AddSecondaryMembershipInput = __decorate([
    InputType('AddSecondaryMembershipInput', { description: '办理二次覆盖 / Give second coverage' })
], AddSecondaryMembershipInput);
export { AddSecondaryMembershipInput };
let EndMembershipInput = class EndMembershipInput {
};
__decorate([
    Field(() => ID, { description: '会籍 / The membership' }),
    __metadata("design:type", String)
], EndMembershipInput.prototype, "membershipId", void 0);
__decorate([
    Field(() => DateScalar, {
        description: '失效日：当日起不再有效，不能晚于今天 / First day no longer in force; today at the latest',
    }),
    __metadata("design:type", String)
], EndMembershipInput.prototype, "until", void 0);
__decorate([
    Field(() => MembershipEndReason, { description: '原因 / Why' }),
    __metadata("design:type", String)
], EndMembershipInput.prototype, "reason", void 0);
__decorate([
    Field(() => Int, { description: '会籍的版本号 / Version of the membership' }),
    __metadata("design:type", Number)
], EndMembershipInput.prototype, "expectedVersion", void 0);
EndMembershipInput = __decorate([
    InputType('EndMembershipInput', { description: '终止会籍 / End a membership' })
], EndMembershipInput);
export { EndMembershipInput };
let TransferMembershipPayload = class TransferMembershipPayload extends Payload {
};
__decorate([
    Field(() => Member, { nullable: true, description: '会员 / The member' }),
    __metadata("design:type", Object)
], TransferMembershipPayload.prototype, "member", void 0);
__decorate([
    Field(() => Membership, { nullable: true, description: '新的主会籍 / The new primary membership' }),
    __metadata("design:type", Object)
], TransferMembershipPayload.prototype, "membership", void 0);
TransferMembershipPayload = __decorate([
    ObjectType('TransferMembershipPayload', { simpleResolvers: true, description: '转接的结果 / Result of a transfer' })
], TransferMembershipPayload);
export { TransferMembershipPayload };
let AddSecondaryMembershipPayload = class AddSecondaryMembershipPayload extends Payload {
};
__decorate([
    Field(() => Member, { nullable: true, description: '会员 / The member' }),
    __metadata("design:type", Object)
], AddSecondaryMembershipPayload.prototype, "member", void 0);
__decorate([
    Field(() => Membership, { nullable: true, description: '二次覆盖的会籍 / The secondary membership' }),
    __metadata("design:type", Object)
], AddSecondaryMembershipPayload.prototype, "membership", void 0);
AddSecondaryMembershipPayload = __decorate([
    ObjectType('AddSecondaryMembershipPayload', {
        simpleResolvers: true,
        description: '办理二次覆盖的结果 / Result of giving second coverage',
    })
], AddSecondaryMembershipPayload);
export { AddSecondaryMembershipPayload };
let EndMembershipPayload = class EndMembershipPayload extends Payload {
};
__decorate([
    Field(() => Member, { nullable: true, description: '会员 / The member' }),
    __metadata("design:type", Object)
], EndMembershipPayload.prototype, "member", void 0);
__decorate([
    Field(() => Membership, { nullable: true, description: '终止的会籍 / The membership that ended' }),
    __metadata("design:type", Object)
], EndMembershipPayload.prototype, "membership", void 0);
EndMembershipPayload = __decorate([
    ObjectType('EndMembershipPayload', {
        simpleResolvers: true,
        description: '终止会籍的结果 / Result of ending a membership',
    })
], EndMembershipPayload);
export { EndMembershipPayload };
//# sourceMappingURL=membership.inputs.js.map