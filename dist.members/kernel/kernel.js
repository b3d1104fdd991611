import { v7 as uuidv7 } from 'uuid';
import { grantEverything } from './access/system-principal.js';
import { RequestContext } from './context.js';
import { inDistrict } from './database/scope.js';
/** A context for one piece of work, with an entity manager of its own. */
export function createContext(kernel, facts) {
    return new RequestContext(kernel, facts, kernel.orm.em.fork());
}
/**
 * Enters a district as the system itself: jobs, event handlers and seeding. `name` appears in the audit record.
 * Runs in the district's scope, with the modules the district has switched on.
 */
export async function actAsSystem(kernel, district, name, work) {
    return inDistrict(district.id, async () => {
        const facts = {
            requestId: uuidv7(),
            district,
            principal: grantEverything(kernel.registry, name),
            modules: await kernel.switches.enabledFor(district.id),
            locale: 'zh-CN',
            startedAt: new Date(),
        };
        const ctx = createContext(kernel, facts);
        ctx.action = name;
        return work(ctx);
    });
}
//# sourceMappingURL=kernel.js.map