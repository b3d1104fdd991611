var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Field, ObjectType } from 'type-graphql';
import { DateScalar } from '../../kernel/index.js';
let ParentPeriod = class ParentPeriod {
};
__decorate([
    Field(() => DateScalar, { description: '自该日起 / First day' }),
    __metadata("design:type", String)
], ParentPeriod.prototype, "since", void 0);
__decorate([
    Field(() => DateScalar, { nullable: true, description: '至该日止（不含），空为现任 / Day it ended; null today' }),
    __metadata("design:type", Object)
], ParentPeriod.prototype, "until", void 0);
ParentPeriod = __decorate([
    ObjectType('ParentPeriod', {
        simpleResolvers: true,
        description: '一段时间内的上级 / A parent for a time',
    })
], ParentPeriod);
export { ParentPeriod };
//# sourceMappingURL=tree.type.js.map