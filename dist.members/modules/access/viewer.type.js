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
let ViewerRole = class ViewerRole {
};
__decorate([
    Field(() => String, { description: '角色代码 / Code of the role' }),
    __metadata("design:type", String)
], ViewerRole.prototype, "code", void 0);
__decorate([
    Field(() => String, { description: '角色名称，按调用者的语言 / Title of the role in the caller’s language' }),
    __metadata("design:type", String)
], ViewerRole.prototype, "title", void 0);
ViewerRole = __decorate([
    ObjectType('ViewerRole', { simpleResolvers: true, description: '调用者的一个角色 / One role of the caller' })
], ViewerRole);
export { ViewerRole };
let Viewer = class Viewer {
};
__decorate([
    Field(() => String, { description: '名称 / Name' }),
    __metadata("design:type", String)
], Viewer.prototype, "name", void 0);
__decorate([
    Field(() => [String], { description: '在任一范围内拥有的权限 / Permissions held in at least one scope' }),
    __metadata("design:type", Array)
], Viewer.prototype, "permissions", void 0);
Viewer = __decorate([
    ObjectType('Viewer', {
        simpleResolvers: true,
        description: '调用者自己：是谁、在哪个区、能做什么 / The caller: who, where, and what for',
    })
], Viewer);
export { Viewer };
//# sourceMappingURL=viewer.type.js.map