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
import { JsonObjectScalar } from './json-scalars.js';
let UserError = class UserError {
};
__decorate([
    Field(() => String, { description: '稳定代码，见 docs/errors.md / Stable code, see docs/errors.md' }),
    __metadata("design:type", String)
], UserError.prototype, "code", void 0);
__decorate([
    Field(() => String, { description: '给人看的说明 / Message for people' }),
    __metadata("design:type", String)
], UserError.prototype, "message", void 0);
__decorate([
    Field(() => [String], { description: '出错的参数路径 / Path of the argument concerned' }),
    __metadata("design:type", Array)
], UserError.prototype, "path", void 0);
__decorate([
    Field(() => Boolean, { description: '原样重试是否可能成功 / Whether the same request may succeed later' }),
    __metadata("design:type", Boolean)
], UserError.prototype, "retryable", void 0);
__decorate([
    Field(() => JsonObjectScalar, { nullable: true, description: '说明中的数值 / Values named in the message' }),
    __metadata("design:type", Object)
], UserError.prototype, "details", void 0);
UserError = __decorate([
    ObjectType('UserError', {
        simpleResolvers: true,
        description: '可预期的拒绝：稳定的代码和调用者语言的说明 / An expected refusal: a stable code and a message in the caller’s language',
    })
], UserError);
export { UserError };
/** Base of every mutation payload. The kernel fills `userErrors`; a resolver returns the rest. */
let Payload = class Payload {
};
__decorate([
    Field(() => [UserError], { description: '拒绝原因；为空即成功 / Reasons of refusal; empty means success' }),
    __metadata("design:type", Array)
], Payload.prototype, "userErrors", void 0);
Payload = __decorate([
    ObjectType({ simpleResolvers: true })
], Payload);
export { Payload };
//# sourceMappingURL=user-error.js.map