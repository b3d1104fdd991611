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
import { localId, Permission } from '../../kernel/index.js';
import { CoverUnitPayload, EndUnitCoverPayload } from './organization.payloads.js';
import { Organization } from './organization.type.js';
import { organizationNode } from './places.js';
import { coveredUnitNode, coveredUnitsPage } from './unit.repository.js';
import { coverUnits, endUnitCover } from './unit.service.js';
import { CoveredUnit, CoveredUnitConnection, CoveredUnitsArgs, CoverUnitInput, EndUnitCoverInput, } from './unit.type.js';
let CoveredUnitResolver = class CoveredUnitResolver {
    organization(unit, ctx) {
        return organizationNode.load(ctx, unit.organizationId);
    }
    async coverUnit(input, ctx) {
        const organizationId = localId('Organization', input.organizationId, ['input', 'organizationId']);
        const [id] = await coverUnits(ctx, [{ ...input, organizationId }], () => ['input']);
        return { coveredUnit: await coveredUnitNode.load(ctx, id) };
    }
    async endUnitCover(input, ctx) {
        const id = localId('CoveredUnit', input.id, ['input', 'id']);
        await endUnitCover(ctx, id, input.expectedVersion, input.until);
        return { coveredUnit: await coveredUnitNode.load(ctx, id) };
    }
};
__decorate([
    FieldResolver(() => Organization, { description: '覆盖它的工会 / The union that covers it' }),
    __param(0, Root()),
    __param(1, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, Function]),
    __metadata("design:returntype", Promise)
], CoveredUnitResolver.prototype, "organization", null);
__decorate([
    Mutation(() => CoverUnitPayload, { description: '登记覆盖单位 / Covers an employer' }),
    Permission('unit:manage'),
    __param(0, Arg('input', () => CoverUnitInput, { description: '输入 / Input' })),
    __param(1, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [CoverUnitInput, Function]),
    __metadata("design:returntype", Promise)
], CoveredUnitResolver.prototype, "coverUnit", null);
__decorate([
    Mutation(() => EndUnitCoverPayload, { description: '结束覆盖 / Ends a cover' }),
    Permission('unit:manage'),
    __param(0, Arg('input', () => EndUnitCoverInput, { description: '输入 / Input' })),
    __param(1, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [EndUnitCoverInput, Function]),
    __metadata("design:returntype", Promise)
], CoveredUnitResolver.prototype, "endUnitCover", null);
CoveredUnitResolver = __decorate([
    Resolver(() => CoveredUnit)
], CoveredUnitResolver);
export { CoveredUnitResolver };
let OrganizationUnitsResolver = class OrganizationUnitsResolver {
    coveredUnits({ id }, { current, ...page }, ctx) {
        return coveredUnitsPage(ctx, id, page, current ?? null);
    }
};
__decorate([
    FieldResolver(() => CoveredUnitConnection, { description: '覆盖单位，按名称 / Covered units, by name' }),
    __param(0, Root()),
    __param(1, Args(() => CoveredUnitsArgs)),
    __param(2, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, CoveredUnitsArgs, Function]),
    __metadata("design:returntype", Promise)
], OrganizationUnitsResolver.prototype, "coveredUnits", null);
OrganizationUnitsResolver = __decorate([
    Resolver(() => Organization)
], OrganizationUnitsResolver);
export { OrganizationUnitsResolver };
//# sourceMappingURL=unit.resolver.js.map