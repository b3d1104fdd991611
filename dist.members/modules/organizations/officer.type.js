var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, DateScalar, Node } from '../../kernel/index.js';
export const OfficerRole = {
    CHAIR: 'CHAIR',
    VICE_CHAIR: 'VICE_CHAIR',
    COMMITTEE_MEMBER: 'COMMITTEE_MEMBER',
    AUDITOR: 'AUDITOR',
    WOMENS_COMMITTEE: 'WOMENS_COMMITTEE',
};
registerEnumType(OfficerRole, {
    name: 'OfficerRole',
    description: '工会干部职务 / Office in a union body',
    valuesConfig: {
        CHAIR: { description: '主席 / Chair' },
        VICE_CHAIR: { description: '副主席 / Vice-chair' },
        COMMITTEE_MEMBER: { description: '委员 / Member of the committee' },
        AUDITOR: { description: '经审委员 / Member of the auditing committee' },
        WOMENS_COMMITTEE: { description: '女职工委员 / Member of the women’s committee' },
    },
});
let Officer = class Officer extends Node {
};
__decorate([
    Field(() => String, { description: '姓名 / Name' }),
    __metadata("design:type", String)
], Officer.prototype, "name", void 0);
__decorate([
    Field(() => OfficerRole, { description: '职务 / Office' }),
    __metadata("design:type", String)
], Officer.prototype, "role", void 0);
__decorate([
    Field(() => DateScalar, { description: '任期开始 / First day of the term' }),
    __metadata("design:type", String)
], Officer.prototype, "since", void 0);
__decorate([
    Field(() => DateScalar, {
        nullable: true,
        description: '任期结束，自该日起不再任职 / Day from which the office is no longer held',
    }),
    __metadata("design:type", Object)
], Officer.prototype, "until", void 0);
__decorate([
    Field(() => Int, { description: '版本号 / Version' }),
    __metadata("design:type", Number)
], Officer.prototype, "version", void 0);
Officer = __decorate([
    ObjectType('Officer', {
        implements: Node,
        simpleResolvers: true,
        description: '工会干部的一个任期 / One term of an officer',
    })
], Officer);
export { Officer };
export const OfficerConnection = connectionOf(() => Officer, 'Officer');
//# sourceMappingURL=officer.type.js.map