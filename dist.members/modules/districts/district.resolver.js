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
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { SignedIn } from '../../kernel/index.js';
import { visibleDistrict, visibleDistricts } from './district.service.js';
import { District } from './district.type.js';
let DistrictResolver = class DistrictResolver {
    district(code, ctx) {
        return visibleDistrict(ctx, code);
    }
    districts(ctx) {
        return visibleDistricts(ctx);
    }
};
__decorate([
    Query(() => District, {
        nullable: true,
        description: '按代码取一个区；无权查看与不存在回答相同 / One district by its code; not yours and not there look the same',
    }),
    SignedIn(),
    __param(0, Arg('code', () => String, { description: '代码，如 310113 / Code such as 310113' })),
    __param(1, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [String, Function]),
    __metadata("design:returntype", Promise)
], DistrictResolver.prototype, "district", null);
__decorate([
    Query(() => [District], {
        description: '可见的区：本区；市级可见全部 / Districts you may see: your own, at city level all of them',
    }),
    SignedIn(),
    __param(0, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Function]),
    __metadata("design:returntype", Promise)
], DistrictResolver.prototype, "districts", null);
DistrictResolver = __decorate([
    Resolver()
], DistrictResolver);
export { DistrictResolver };
//# sourceMappingURL=district.resolver.js.map