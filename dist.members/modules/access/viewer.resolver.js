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
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { parseGlobalId, Public, Refusal, say, scopesOf, } from '../../kernel/index.js';
import { District, visibleDistrict } from '../districts/index.js';
import { Member, memberNode } from '../members/index.js';
import { assertMay, Organization, organizationNode } from '../organizations/index.js';
import { installedRoles } from './roles.js';
import { Viewer, ViewerRole } from './viewer.type.js';
let ViewerResolver = class ViewerResolver {
    viewer(ctx) {
        const { principal } = ctx;
        if (!principal)
            return null;
        const permissions = new Set(principal.grants.flatMap((grant) => [...grant.permissions]));
        return { principal, name: principal.name, permissions: [...permissions].sort() };
    }
    district(ctx) {
        return visibleDistrict(ctx, ctx.district.code);
    }
    roles(viewer, ctx) {
        const known = installedRoles(ctx.kernel);
        return viewer.principal.grants.map(({ role }) => ({
            code: role,
            title: say(known.get(role)?.title ?? { zh: role, en: role }, ctx.locale),
        }));
    }
    async organizations(viewer, ctx) {
        const ids = viewer.principal.grants.flatMap(({ scope }) => {
            if (scope.kind === 'subtree')
                return [scope.organizationId];
            return scope.kind === 'self' && scope.organizationId ? [scope.organizationId] : [];
        });
        const rows = await Promise.all([...new Set(ids)].map((id) => organizationNode.load(ctx, id)));
        return rows.filter((row) => row !== null);
    }
    async member(viewer, ctx) {
        const self = viewer.principal.grants.map(({ scope }) => scope).find((scope) => scope.kind === 'self');
        return self ? memberNode.load(ctx, self.memberId) : null;
    }
    async can(permission, on, viewer, ctx) {
        if (!on)
            return scopesOf(viewer.principal, permission).length > 0;
        const organization = parseGlobalId(on);
        if (organization?.type !== 'Organization')
            return false;
        return assertMay(ctx, permission, organization.uuid).then(() => true, (error) => {
            if (error instanceof Refusal)
                return false;
            throw error;
        });
    }
};
__decorate([
    Query(() => Viewer, { nullable: true, description: '调用者；未登录为空 / The caller; empty when not signed in' }),
    Public(),
    __param(0, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Function]),
    __metadata("design:returntype", Object)
], ViewerResolver.prototype, "viewer", null);
__decorate([
    FieldResolver(() => District, { nullable: true, description: '所在的区 / The district the caller is in' }),
    __param(0, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Function]),
    __metadata("design:returntype", Promise)
], ViewerResolver.prototype, "district", null);
__decorate([
    FieldResolver(() => [ViewerRole], { description: '角色 / Roles' }),
    __param(0, Root()),
    __param(1, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, Function]),
    __metadata("design:returntype", Array)
], ViewerResolver.prototype, "roles", null);
__decorate([
    FieldResolver(() => [Organization], {
        description: '角色所及的组织（不含其下属） / Organizations the caller’s roles are bound to, without those below',
    }),
    __param(0, Root()),
    __param(1, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, Function]),
    __metadata("design:returntype", Promise)
], ViewerResolver.prototype, "organizations", null);
__decorate([
    FieldResolver(() => Member, { nullable: true, description: '对应的会员 / The member behind the caller' }),
    __param(0, Root()),
    __param(1, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, Function]),
    __metadata("design:returntype", Promise)
], ViewerResolver.prototype, "member", null);
__decorate([
    FieldResolver(() => Boolean, {
        description: '是否可做某事，供前端决定显示什么 / Whether the caller may do something, so that a front end knows what to show',
    }),
    __param(0, Arg('permission', () => String, {
        description: '权限，如 organization:create / Permission such as organization:create',
    })),
    __param(1, Arg('on', () => ID, {
        nullable: true,
        description: '在此组织；空为任一处 / On this organization; empty means anywhere',
    })),
    __param(2, Root()),
    __param(3, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [String, Object, Object, Function]),
    __metadata("design:returntype", Promise)
], ViewerResolver.prototype, "can", null);
ViewerResolver = __decorate([
    Resolver(() => Viewer)
], ViewerResolver);
export { ViewerResolver };
//# sourceMappingURL=viewer.resolver.js.map