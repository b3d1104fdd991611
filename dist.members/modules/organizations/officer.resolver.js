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
import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { kernelErrors, localId, Permission, refuse } from '../../kernel/index.js';
import { AppointOfficerInput, EndOfficerTermInput, OfficersArgs } from './officer.inputs.js';
import { officerNode, officersPage } from './officer.repository.js';
import { appointOfficers, endOfficerTerm } from './officer.service.js';
import { Officer, OfficerConnection } from './officer.type.js';
import { AppointOfficerPayload, EndOfficerTermPayload } from './organization.payloads.js';
import { Organization } from './organization.type.js';
import { organizationNode } from './places.js';
let OfficerResolver = class OfficerResolver {
    organization(officer, ctx) {
        return organizationNode.load(ctx, officer.organizationId);
    }
    async appointOfficer(input, ctx) {
        const organizationId = localId('Organization', input.organizationId, ['input', 'organizationId']);
        const memberId = await memberOf(ctx, input.memberId);
        const [id] = await appointOfficers(ctx, [{ ...input, organizationId, memberId }], () => ['input']);
        return { officer: await officerNode.load(ctx, id) };
    }
    async endOfficerTerm(input, ctx) {
        const id = localId('Officer', input.id, ['input', 'id']);
        await endOfficerTerm(ctx, id, input.expectedVersion, input.until);
        return { officer: await officerNode.load(ctx, id) };
    }
};
__decorate([
    FieldResolver(() => Organization, { description: '任职的组织 / The body' }),
    __param(0, Root()),
    __param(1, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, Function]),
    __metadata("design:returntype", Promise)
], OfficerResolver.prototype, "organization", null);
__decorate([
    Mutation(() => AppointOfficerPayload, { description: '任命工会干部 / Appoints an officer' }),
    Permission('officer:manage'),
    __param(0, Arg('input', () => AppointOfficerInput, { description: '输入 / Input' })),
    __param(1, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [AppointOfficerInput, Function]),
    __metadata("design:returntype", Promise)
], OfficerResolver.prototype, "appointOfficer", null);
__decorate([
    Mutation(() => EndOfficerTermPayload, { description: '结束干部任期 / Ends an officer’s term' }),
    Permission('officer:manage'),
    __param(0, Arg('input', () => EndOfficerTermInput, { description: '输入 / Input' })),
    __param(1, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [EndOfficerTermInput, Function]),
    __metadata("design:returntype", Promise)
], OfficerResolver.prototype, "endOfficerTerm", null);
OfficerResolver = __decorate([
    Resolver(() => Officer)
], OfficerResolver);
export { OfficerResolver };
/** The register of members belongs to another module, which may not be there: whoever owns the type is asked. */
async function memberOf(ctx, globalId) {
    if (globalId == null)
        return null;
    const path = ['input', 'memberId'];
    const id = localId('Member', globalId, path);
    if (!(await ctx.kernel.registry.lookup('nodes', 'Member')?.load(ctx, id))) {
        throw refuse(kernelErrors.NOT_FOUND, { path });
    }
    return id;
}
let OrganizationOfficersResolver = class OrganizationOfficersResolver {
    officers({ id }, { current, ...page }, ctx) {
        return officersPage(ctx, id, page, current ?? null);
    }
};
__decorate([
    FieldResolver(() => OfficerConnection, { description: '工会干部，按任期开始 / Officers, by beginning of term' }),
    __param(0, Root()),
    __param(1, Args(() => OfficersArgs)),
    __param(2, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, OfficersArgs, Function]),
    __metadata("design:returntype", Promise)
], OrganizationOfficersResolver.prototype, "officers", null);
OrganizationOfficersResolver = __decorate([
    Resolver(() => Organization)
], OrganizationOfficersResolver);
export { OrganizationOfficersResolver };
//# sourceMappingURL=officer.resolver.js.map