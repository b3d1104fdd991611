var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
export const DistrictKind = { DISTRICT: 'DISTRICT', INDUSTRIAL: 'INDUSTRIAL' };
registerEnumType(DistrictKind, {
    name: 'DistrictKind',
    description: '联合会的种类 / Kind of federation',
    valuesConfig: {
        DISTRICT: { description: '区总工会 / District federation' },
        INDUSTRIAL: { description: '产业（局）工会 / Industrial federation' },
    },
});
let District = class District {
};
__decorate([
    Field(() => ID, { description: '代码，与 code 相同 / The code, as in code' }),
    __metadata("design:type", String)
], District.prototype, "id", void 0);
__decorate([
    Field(() => String, {
        description: '行政区划代码或产业工会代码 / Administrative code, or the code of an industrial federation',
    }),
    __metadata("design:type", String)
], District.prototype, "code", void 0);
__decorate([
    Field(() => DistrictKind, { description: '种类 / Kind' }),
    __metadata("design:type", String)
], District.prototype, "kind", void 0);
__decorate([
    Field(() => String, { description: '名称，按调用者的语言 / Name in the caller’s language' }),
    __metadata("design:type", String)
], District.prototype, "name", void 0);
__decorate([
    Field(() => String, { description: '所在市的代码 / Code of the city above it' }),
    __metadata("design:type", String)
], District.prototype, "cityCode", void 0);
__decorate([
    Field(() => [String], { description: '已启用的可选模块 / Optional modules that are switched on' }),
    __metadata("design:type", Array)
], District.prototype, "modules", void 0);
District = __decorate([
    ObjectType('District', {
        simpleResolvers: true,
        description: '一个区总工会或产业工会，数据的边界 / A district or industrial federation; the boundary of its data',
    })
], District);
export { District };
//# sourceMappingURL=district.type.js.map