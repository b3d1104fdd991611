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
import { Arg, Ctx, Field, ID, InterfaceType, Query, Resolver } from 'type-graphql';
import { kernelErrors } from '../errors/kernel-errors.js';
import { refuse } from '../errors/refusal.js';
import { parseGlobalId } from './global-id.js';
import { SignedIn } from './permission.js';
const MAX_IDS = 100;
/** Relay's interface of everything that has an id of its own. */
let Node = class Node {
};
__decorate([
    Field(() => ID, { description: '全局 ID，不透明 / Opaque global id' }),
    __metadata("design:type", String)
], Node.prototype, "id", void 0);
Node = __decorate([
    InterfaceType('Node', {
        autoRegisterImplementations: false,
        description: '有全局 ID 的对象 / An object with a global id',
    })
], Node);
export { Node };
let NodeResolver = class NodeResolver {
    node(id, ctx) {
        return loadNode(ctx, id);
    }
    nodes(ids, ctx) {
        if (ids.length > MAX_IDS) {
            throw refuse(kernelErrors.PAGE_SIZE_OUT_OF_RANGE, {
                details: { field: 'nodes', limit: MAX_IDS, size: ids.length },
            });
        }
        return Promise.all(ids.map((id) => loadNode(ctx, id)));
    }
};
__decorate([
    Query(() => Node, {
        nullable: true,
        description: '按全局 ID 取一个对象；无权查看与不存在回答相同 / One object by its global id; not yours and not there look the same',
    }),
    SignedIn(),
    __param(0, Arg('id', () => ID, { description: '全局 ID / Global id' })),
    __param(1, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [String, Function]),
    __metadata("design:returntype", Promise)
], NodeResolver.prototype, "node", null);
__decorate([
    Query(() => [Node], {
        nullable: 'items',
        description: '按全局 ID 取多个对象，次序不变，最多 100 个 / Objects by their global ids, in that order, 100 at most',
    }),
    SignedIn(),
    __param(0, Arg('ids', () => [ID], { description: '全局 ID 列表 / Global ids' })),
    __param(1, Ctx()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Array, Function]),
    __metadata("design:returntype", Promise)
], NodeResolver.prototype, "nodes", null);
NodeResolver = __decorate([
    Resolver()
], NodeResolver);
export { NodeResolver };
/** Loads any node through the predicate of its type; types of modules that the district has off do not exist. */
async function loadNode(ctx, id) {
    const parsed = parseGlobalId(id);
    if (!parsed)
        return null;
    const owner = ctx.kernel.registry.plugins.find((plugin) => Object.hasOwn(plugin.nodes ?? {}, parsed.type));
    if (!owner || !ctx.facts.modules.has(owner.id))
        return null;
    const row = await owner.nodes?.[parsed.type]?.load(ctx, parsed.uuid);
    return row ? { ...row, __typename: parsed.type } : null;
}
//# sourceMappingURL=node.js.map