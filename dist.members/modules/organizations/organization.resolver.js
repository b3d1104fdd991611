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
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { DateScalar, kernelErrors, localId, orderingBy, PageArgs, Permission, refuse, } from '../../kernel/index.js';
import { OrganizationFilter, OrganizationOrder } from './organization.inputs.js';
import { childrenPage, organizationPage, parentHistory } from './organization.repository.js';
import { Organization, OrganizationConnection } from './organization.type.js';
import { organizationNode } from './places.js';
import { statisticsOf } from './statistics.repository.js';
import { OrganizationStatistics } from './statistics.type.js';
import { ParentPeriod } from './tree.type.js';
const MAX_CODES = 100;
let OrganizationResolver = class OrganizationResolver {
    async organization(id, ctx) {
        return organizationNode.load(ctx, localId('Organization', id, ['id']));
    }
    async organizations(page, filter, orderBy, ctx) {
        const property = orderBy?.field === 'NAME' ? 'name' : 'code';
        const ordering = orderingBy(property, orderBy?.direction === 'DESC' ? 'desc' : 'asc');
        return organizationPage(ctx, page, { ...filter, within: await withinOf(ctx, filter) }, ordering);
    }
    parent({ parentId }, ctx) {
        return parentId == null ? null : organizationNode.load(ctx, parentId);
    }
    parentHistory({ id }, ctx) {
        return parentHistory(ctx, id);
    }
    children({ id }, page, ctx) {
        return childrenPage(ctx, id, page);
    }
    statistics({ id }, asOf, ctx) {
        return statisticsOf(ctx, id, asOf ?? ctx.today);
    }
};
__decorate([
    Query(() => Organization, {
        nullable: true,
        description: '按 ID 取一个组织；无权查看与不存在回答相同 / One body by its id; not yours and not there look the same',
    }),
    Permission('organization:read'),
    __param(0, Arg('id', () => ID, { description: '全局 ID / Global id' })),
    __param(1, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [String, Function]),
    __metadata("design:returntype", Promise)
], OrganizationResolver.prototype, "organization", null);
__decorate([
    Query(() => OrganizationConnection, { description: '可见的组织 / The bodies you may see' }),
    Permission('organization:read'),
    __param(0, Args(() => PageArgs)),
    __param(1, Arg('filter', () => OrganizationFilter, { nullable: true, description: '筛选 / Which ones' })),
    __param(2, Arg('orderBy', () => OrganizationOrder, { nullable: true, description: '排序，默认按编号 / Order; by code' })),
    __param(3, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [PageArgs, Object, Object, Function]),
    __metadata("design:returntype", Promise)
], OrganizationResolver.prototype, "organizations", null);
__decorate([
    FieldResolver(() => Organization, {
        nullable: true,
        description: '上级；最高一级没有，无权查看也为空 / Parent; none for the top body, null when it is not yours to see',
    }),
    __param(0, Root()),
    __param(1, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, Function]),
    __metadata("design:returntype", Object)
], OrganizationResolver.prototype, "parent", null);
__decorate([
    FieldResolver(() => [ParentPeriod], { description: '历任上级，最早的在前 / Parents over time, oldest first' }),
    __param(0, Root()),
    __param(1, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, Function]),
    __metadata("design:returntype", Promise)
], OrganizationResolver.prototype, "parentHistory", null);
__decorate([
    FieldResolver(() => OrganizationConnection, { description: '直接下级，按编号 / Bodies directly below, by code' }),
    __param(0, Root()),
    __param(1, Args(() => PageArgs)),
    __param(2, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, PageArgs, Function]),
    __metadata("design:returntype", Promise)
], OrganizationResolver.prototype, "children", null);
__decorate([
    FieldResolver(() => OrganizationStatistics, {
        nullable: true,
        description: '本组织及全部下级在某日的数据；无权查看数据时为空 / Figures of the whole subtree on a day; null where they are not yours to see',
    }),
    Permission('statistics:read'),
    __param(0, Root()),
    __param(1, Arg('asOf', () => DateScalar, { nullable: true, description: '截至日期，默认今天 / The day; today when left out' })),
    __param(2, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, Object, Function]),
    __metadata("design:returntype", Promise)
], OrganizationResolver.prototype, "statistics", null);
OrganizationResolver = __decorate([
    Resolver(() => Organization)
], OrganizationResolver);
export { OrganizationResolver };
/** Local id of the subtree asked for. Errors: NOT_FOUND when it is not there or not the caller's to see. */
async function withinOf(ctx, filter) {
    const path = ['filter', 'within'];
    const size = filter?.codes?.length ?? 0;
    if (size > MAX_CODES) {
        const reason = `codes: ${size} > ${MAX_CODES}`;
        throw refuse(kernelErrors.INVALID_VALUE, { path: ['filter', 'codes'], details: { reason } });
    }
    if (filter?.within == null)
        return null;
    const id = localId('Organization', filter.within, path);
    if (!(await organizationNode.load(ctx, id)))
        throw refuse(kernelErrors.NOT_FOUND, { path });
    return id;
}
//# sourceMappingURL=organization.resolver.js.map