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
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Organization } from './organization.type.js';
import { organizationNode } from './places.js';
import { ParentPeriod } from './tree.type.js';
let ParentPeriodResolver = class ParentPeriodResolver {
    parent({ parentId }, ctx) {
        return organizationNode.load(ctx, parentId);
    }
};
__decorate([
    FieldResolver(() => Organization, {
        nullable: true,
        description: '上级组织；无权查看时为空 / The parent; null when it is not yours to see',
    }),
    __param(0, Root()),
    __param(1, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, Function]),
    __metadata("design:returntype", Promise)
], ParentPeriodResolver.prototype, "parent", null);
ParentPeriodResolver = __decorate([
    Resolver(() => ParentPeriod)
], ParentPeriodResolver);
export { ParentPeriodResolver };
//# sourceMappingURL=tree.resolver.js.map