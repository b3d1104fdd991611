var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
var __param = (this && this.__param) || function (paramIndex, decorator) {
    return function (target, key) { decorator(target, key, paramIndex); }
};
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { localId, Permission } from '../../kernel/index.js';
import { updateOrganization } from './organization-change.service.js';
import { CreateOrganizationInput, MoveOrganizationInput, UpdateOrganizationInput } from './organization.inputs.js';
import { CreateOrganizationPayload, MoveOrganizationPayload, RecordWorkforceSurveyPayload, UpdateOrganizationPayload, } from './organization.payloads.js';
import { createOrganization } from './organization.service.js';
import { organizationNode } from './places.js';
import { RecordWorkforceSurveyInput } from './survey.inputs.js';
import { recordWorkforceSurvey } from './survey.service.js';
import { moveOrganization } from './tree.service.js';
const given = { description: '输入 / Input' };
let OrganizationMutations = class OrganizationMutations {
    async createOrganization(input, ctx) {
        const parentId = input.parentId == null ? null : localId('Organization', input.parentId, ['input', 'parentId']);
        const id = await createOrganization(ctx, { ...input, parentId });
        return { organization: await organizationNode.load(ctx, id) };
    }
    async updateOrganization(input, ctx) {
        const { id: globalId, expectedVersion, ...change } = input;
        const id = localId('Organization', globalId, ['input', 'id']);
        await updateOrganization(ctx, id, expectedVersion, change);
        return { organization: await organizationNode.load(ctx, id) };
    }
    async moveOrganization(input, ctx) {
        const id = localId('Organization', input.id, ['input', 'id']);
        const parentId = localId('Organization', input.parentId, ['input', 'parentId']);
        await moveOrganization(ctx, id, parentId, input.expectedVersion);
        return { organization: await organizationNode.load(ctx, id) };
    }
    async recordWorkforceSurvey(input, ctx) {
        const organizationId = localId('Organization', input.organizationId, ['input', 'organizationId']);
        await recordWorkforceSurvey(ctx, { ...input, organizationId });
        return { organization: await organizationNode.load(ctx, organizationId) };
    }
};
__decorate([
    Mutation(() => CreateOrganizationPayload, { description: '新建工会组织 / Creates a union body' }),
    Permission('organization:create'),
    __param(0, Arg('input', () => CreateOrganizationInput, given)),
    __param(1, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [CreateOrganizationInput, Function]),
    __metadata("design:returntype", Promise)
], OrganizationMutations.prototype, "createOrganization", null);
__decorate([
    Mutation(() => UpdateOrganizationPayload, {
        description: '修改工会组织，含状态变化 / Changes a union body, its status included',
    }),
    Permission('organization:update'),
    __param(0, Arg('input', () => UpdateOrganizationInput, given)),
    __param(1, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [UpdateOrganizationInput, Function]),
    __metadata("design:returntype", Promise)
], OrganizationMutations.prototype, "updateOrganization", null);
__decorate([
    Mutation(() => MoveOrganizationPayload, {
        description: '调整上级，连同全部下级，自今日起 / Moves a body with everything below it, from today on',
    }),
    Permission('organization:move'),
    __param(0, Arg('input', () => MoveOrganizationInput, given)),
    __param(1, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [MoveOrganizationInput, Function]),
    __metadata("design:returntype", Promise)
], OrganizationMutations.prototype, "moveOrganization", null);
__decorate([
    Mutation(() => RecordWorkforceSurveyPayload, {
        description: '登记职工和应建会单位调查 / Records a survey of workers and employers',
    }),
    Permission('survey:record'),
    __param(0, Arg('input', () => RecordWorkforceSurveyInput, given)),
    __param(1, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [RecordWorkforceSurveyInput, Function]),
    __metadata("design:returntype", Promise)
], OrganizationMutations.prototype, "recordWorkforceSurvey", null);
OrganizationMutations = __decorate([
    Resolver()
], OrganizationMutations);
export { OrganizationMutations };
//# sourceMappingURL=organization.mutations.js.map