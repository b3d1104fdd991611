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
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs, Permission } from '../../kernel/index.js';
import { Member } from '../members/index.js';
import { AuditRecordConnection } from './audit-record.type.js';
import { historyOf } from './history.repository.js';
let MemberHistory = class MemberHistory {
    history(member, page, ctx) {
        return historyOf(ctx, member.id, page, 'members');
    }
};
__decorate([
    FieldResolver(() => AuditRecordConnection, {
        nullable: true,
        description: '变更历史，新的在前；审计员可见 / Its history, newest first; for auditors',
    }),
    Permission('audit:read'),
    __param(0, Root()),
    __param(1, Args(() => PageArgs)),
    __param(2, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, PageArgs, Function]),
    __metadata("design:returntype", Promise)
], MemberHistory.prototype, "history", null);
MemberHistory = __decorate([
    Resolver(() => Member)
], MemberHistory);
export { MemberHistory };
//# sourceMappingURL=member.fields.js.map