var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, DateTimeScalar, defineNode, JsonScalar, scopesOf, } from '../../kernel/index.js';
import { AuditRecordEntity } from './audit-record.entity.js';
export const AuditVerb = {
    CREATE: 'CREATE',
    UPDATE: 'UPDATE',
    DELETE: 'DELETE',
    IMPORT: 'IMPORT',
    READ: 'READ',
};
registerEnumType(AuditVerb, {
    name: 'AuditVerb',
    description: '发生了什么 / What happened',
    valuesConfig: {
        CREATE: { description: '新增 / Created' },
        UPDATE: { description: '修改 / Changed' },
        DELETE: { description: '删除 / Removed' },
        IMPORT: { description: '批量导入 / Imported in bulk' },
        READ: { description: '查看敏感内容 / Sensitive data was read' },
    },
});
let AuditFieldChange = class AuditFieldChange {
};
__decorate([
    Field(() => String, { description: '字段 / Field' }),
    __metadata("design:type", String)
], AuditFieldChange.prototype, "field", void 0);
__decorate([
    Field(() => JsonScalar, { nullable: true, description: '原值 / Value before' }),
    __metadata("design:type", Object)
], AuditFieldChange.prototype, "before", void 0);
__decorate([
    Field(() => JsonScalar, { nullable: true, description: '新值 / Value after' }),
    __metadata("design:type", Object)
], AuditFieldChange.prototype, "after", void 0);
__decorate([
    Field(() => Boolean, {
        nullable: true,
        description: '加密字段：只记变化，不记内容 / A sealed field: that it changed is on record, to what is not',
    }),
    __metadata("design:type", Boolean)
], AuditFieldChange.prototype, "sealed", void 0);
AuditFieldChange = __decorate([
    ObjectType('AuditFieldChange', { simpleResolvers: true, description: '一个字段的变化 / How one field changed' })
], AuditFieldChange);
export { AuditFieldChange };
let AuditRecord = class AuditRecord {
};
__decorate([
    Field(() => String, { description: '本区内的序号 / Number within the district' }),
    __metadata("design:type", String)
], AuditRecord.prototype, "id", void 0);
__decorate([
    Field(() => DateTimeScalar, { description: '时间 / When' }),
    __metadata("design:type", String)
], AuditRecord.prototype, "at", void 0);
__decorate([
    Field(() => String, { description: '操作者 / Who' }),
    __metadata("design:type", String)
], AuditRecord.prototype, "actorName", void 0);
__decorate([
    Field(() => String, { description: '操作，如 moveOrganization / What was done, such as moveOrganization' }),
    __metadata("design:type", String)
], AuditRecord.prototype, "action", void 0);
__decorate([
    Field(() => AuditVerb, { description: '种类 / Kind' }),
    __metadata("design:type", String)
], AuditRecord.prototype, "verb", void 0);
__decorate([
    Field(() => String, { description: '被改动的记录的种类 / Kind of the record that changed' }),
    __metadata("design:type", String)
], AuditRecord.prototype, "entity", void 0);
__decorate([
    Field(() => String, { description: '请求号，与日志相同 / Request id, as in the log' }),
    __metadata("design:type", String)
], AuditRecord.prototype, "requestId", void 0);
__decorate([
    Field(() => [AuditFieldChange], { description: '字段变化 / Changed fields' }),
    __metadata("design:type", Array)
], AuditRecord.prototype, "changes", void 0);
AuditRecord = __decorate([
    ObjectType('AuditRecord', {
        simpleResolvers: true,
        description: '一条审计记录，只增不改 / One record of the audit; records are only ever added',
    })
], AuditRecord);
export { AuditRecord };
export const auditRecords = defineNode(AuditRecordEntity, (ctx) => scopesOf(ctx.principal, 'audit:read').length > 0);
export const AuditRecordConnection = connectionOf(() => AuditRecord, 'AuditRecord');
//# sourceMappingURL=audit-record.type.js.map