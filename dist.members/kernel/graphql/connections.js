var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
/** Arguments of every list: exactly one of `first` and `last`, 1–100, checked before execution. */
let PageArgs = class PageArgs {
};
__decorate([
    Field(() => Int, { nullable: true, description: '从前往后取几条，1–100 / How many from the start, 1–100' }),
    __metadata("design:type", Number)
], PageArgs.prototype, "first", void 0);
__decorate([
    Field(() => String, { nullable: true, description: '从此游标之后 / After this cursor' }),
    __metadata("design:type", String)
], PageArgs.prototype, "after", void 0);
__decorate([
    Field(() => Int, { nullable: true, description: '从后往前取几条，1–100 / How many from the end, 1–100' }),
    __metadata("design:type", Number)
], PageArgs.prototype, "last", void 0);
__decorate([
    Field(() => String, { nullable: true, description: '到此游标之前 / Before this cursor' }),
    __metadata("design:type", String)
], PageArgs.prototype, "before", void 0);
PageArgs = __decorate([
    ArgsType()
], PageArgs);
export { PageArgs };
let PageInfo = class PageInfo {
};
__decorate([
    Field(() => Boolean, { description: '后面还有 / There is more after it' }),
    __metadata("design:type", Boolean)
], PageInfo.prototype, "hasNextPage", void 0);
__decorate([
    Field(() => Boolean, { description: '前面还有 / There is more before it' }),
    __metadata("design:type", Boolean)
], PageInfo.prototype, "hasPreviousPage", void 0);
__decorate([
    Field(() => String, { nullable: true, description: '本页第一条的游标 / Cursor of the first entry' }),
    __metadata("design:type", Object)
], PageInfo.prototype, "startCursor", void 0);
__decorate([
    Field(() => String, { nullable: true, description: '本页最后一条的游标 / Cursor of the last entry' }),
    __metadata("design:type", Object)
], PageInfo.prototype, "endCursor", void 0);
PageInfo = __decorate([
    ObjectType('PageInfo', { simpleResolvers: true, description: '翻页信息 / Where a page lies in its list' })
], PageInfo);
export { PageInfo };
/** Creates `<Name>Connection` and `<Name>Edge` for a node type. Call once per type, beside the type. */
export function connectionOf(nodeType, name) {
    let Edge = class Edge {
    };
    __decorate([
        Field(() => String, { description: '游标 / Cursor' }),
        __metadata("design:type", String)
    ], Edge.prototype, "cursor", void 0);
    __decorate([
        Field(nodeType, { description: '对象 / The object' }),
        __metadata("design:type", Object)
    ], Edge.prototype, "node", void 0);
    Edge = __decorate([
        ObjectType(`${name}Edge`, {
            simpleResolvers: true,
            description: `${name} 列表中的一条 / One entry of a list of ${name}`,
        })
    ], Edge);
    let Connection = class Connection {
    };
    __decorate([
        Field(() => [Edge], { description: '带游标的条目 / Entries with their cursors' }),
        __metadata("design:type", Array)
    ], Connection.prototype, "edges", void 0);
    __decorate([
        Field(() => [nodeType()], { description: '对象 / The objects' }),
        __metadata("design:type", Array)
    ], Connection.prototype, "nodes", void 0);
    __decorate([
        Field(() => PageInfo, { description: '翻页信息 / Where the page lies' }),
        __metadata("design:type", PageInfo)
    ], Connection.prototype, "pageInfo", void 0);
    __decorate([
        Field(() => Int, { description: '总数，只在请求时统计 / Size of the whole list, counted only when asked' }),
        __metadata("design:type", Number)
    ], Connection.prototype, "totalCount", void 0);
    Connection = __decorate([
        ObjectType(`${name}Connection`, { simpleResolvers: true, description: `${name} 列表 / A list of ${name}` })
    ], Connection);
    return Connection;
}
//# sourceMappingURL=connections.js.map