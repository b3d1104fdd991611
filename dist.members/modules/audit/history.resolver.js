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
import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { kernelErrors, PageArgs, Permission, parseGlobalId, refuse, } from '../../kernel/index.js';
import { AuditRecordConnection } from './audit-record.type.js';
import { historyOf } from './history.repository.js';
let HistoryResolver = class HistoryResolver {
    history(nodeId, page, ctx) {
        const parsed = parseGlobalId(nodeId);
        if (!parsed)
            throw refuse(kernelErrors.NOT_FOUND, { path: ['nodeId'] });
        return historyOf(ctx, parsed.uuid, page, parsed.type === 'Member' ? 'members' : undefined);
    }
};
__decorate([
    Query(() => AuditRecordConnection, {
        description: '任一对象的变更历史，对象已不在时也可查 / History of any object, also of one that is gone',
    }),
    Permission('audit:read'),
    __param(0, Arg('nodeId', () => ID, { description: '对象的全局 ID / Global id of the object' })),
    __param(1, Args(() => PageArgs)),
    __param(2, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [String, PageArgs, Function]),
    __metadata("design:returntype", Promise)
], HistoryResolver.prototype, "history", null);
HistoryResolver = __decorate([
    Resolver()
], HistoryResolver);
export { HistoryResolver };
//# sourceMappingURL=history.resolver.js.map